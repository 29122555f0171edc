// Whether the answers that go onto the permit can be printed, asked before the application is sent
// so that nobody pays for a permit that cannot be drawn.
#pragma once

#include "handlers/rules/application_form.h"
#include "handlers/rules/field_error.h"

namespace permit {

// Adds an error for each printed field with a character that no face of the papers holds; a field
// that has an error already is left alone.
void AddUnprintable(const FormValues& values, FieldErrors& errors);

}  // namespace permit
