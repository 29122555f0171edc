// What is wrong with a student's photo, as far as its pixels tell.
//
// The rule: 35 × 45 mm, the head 32 to 36 mm from crown to chin, in the middle, before a white
// ground. A fault is found where the rule is clearly missed; near its limits nothing is said. Faces
// are found by handlers/form/faces.h, the crown by where the ground ends. How many faults of each
// kind are found is measured by photo_faults_test.
#pragma once

#include "handlers/form/picture.h"
#include "handlers/rules/file_fault.h"

namespace permit {

// Of a photo that is cut to 413:531, at least that large. LoadFaceDetector comes before.
FileFaults FindPhotoFaults(const Picture& photo);

}  // namespace permit
