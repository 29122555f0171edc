// The status with which a piece of code refuses, 200 when it does not.
#pragma once

#include "fcgi/http/request.h"

namespace permit {

template <class Code>
int StatusOf(Code&& code) {
  try {
    code();
  } catch (const HttpError& error) {
    return error.status();
  }
  return 200;
}

}  // namespace permit
