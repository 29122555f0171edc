#include "views/words/fault_messages.h"

namespace permit::views {
namespace {

std::string_view OfFile(FileFault fault) {
  switch (fault) {
    case FileFault::kNoFace:
      return Msgid(
          "No face was found in the photo. Take it again: face the camera, in even light, in front "
          "of a white wall.");
    case FileFault::kSeveralFaces:
      return Msgid(
          "There is more than one face in the photo. Take it again alone, or move the frame under "
          "the photo so that only your face is left.");
    case FileFault::kHeadTooSmall:
      return Msgid(
          "The head is too small: it must be 32 to 36 mm high in a photo of 45 mm. Make the frame "
          "under the photo smaller, or take the photo again from closer.");
    case FileFault::kHeadTooLarge:
      return Msgid(
          "The head is too large or cut off: it must be 32 to 36 mm high in a photo of 45 mm. Make "
          "the frame under the photo larger, or take the photo again from further away.");
    case FileFault::kHeadOffCentre:
      return Msgid(
          "The head is not in the middle. Move the frame under the photo until it is, or take the "
          "photo again.");
    case FileFault::kGroundNotWhite:
      return Msgid(
          "The background is not white. Take the photo again in front of a plain white wall.");
    case FileFault::kPhotoTooDark:
      return Msgid(
          "The photo is too dark. Take it again in daylight, with the light in front of you.");
    case FileFault::kPhotoTooBright:
      return Msgid(
          "The photo is too bright to show the face well. Take it again without flash and out of "
          "the sun.");
    case FileFault::kPhotoBlurred:
      return Msgid("The photo is blurred. Hold the camera still and take it again.");
    case FileFault::kPageBlurred:
      return Msgid(
          "The page is blurred. Take it again in daylight, hold the camera still, and check that "
          "you can read every word.");
    case FileFault::kPageCutOff:
      return Msgid(
          "Part of the page is cut off. Take it again in daylight, with the whole page in the "
          "picture.");
    case FileFault::kPageBlank:
      return Msgid(
          "There is almost nothing on the page. Check that it is the right file and the right side "
          "of the paper.");
    case FileFault::kPageUpsideDown:
      return Msgid("The page is upside down. Turn it the right way up and upload it again.");
    case FileFault::kPageOnItsSide:
      return Msgid("The page is on its side. Turn it the right way up and upload it again.");
  }
  return "";
}

// Of a page among several; a photo has none.
std::string_view OfPage(FileFault fault) {
  switch (fault) {
    case FileFault::kPageBlurred:
      return Msgid(
          "Page {N} is blurred. Take it again in daylight, hold the camera still, and check that "
          "you can read every word.");
    case FileFault::kPageCutOff:
      return Msgid(
          "Part of page {N} is cut off. Take it again in daylight, with the whole page in the "
          "picture.");
    case FileFault::kPageBlank:
      return Msgid(
          "There is almost nothing on page {N}. Check that it is the right file and the right side "
          "of the paper.");
    case FileFault::kPageUpsideDown:
      return Msgid("Page {N} is upside down. Turn it the right way up and upload it again.");
    case FileFault::kPageOnItsSide:
      return Msgid("Page {N} is on its side. Turn it the right way up and upload it again.");
    case FileFault::kNoFace:
    case FileFault::kSeveralFaces:
    case FileFault::kHeadTooSmall:
    case FileFault::kHeadTooLarge:
    case FileFault::kHeadOffCentre:
    case FileFault::kGroundNotWhite:
    case FileFault::kPhotoTooDark:
    case FileFault::kPhotoTooBright:
    case FileFault::kPhotoBlurred:
      return OfFile(fault);
  }
  return "";
}

}  // namespace

std::string FaultMessage(const Translator& tr, const FoundFault& found) {
  if (found.page == 0) return tr(OfFile(found.fault));
  return tr(OfPage(found.fault), {{"N", std::to_string(found.page)}});
}

}  // namespace permit::views
