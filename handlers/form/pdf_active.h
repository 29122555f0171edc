// What in a PDF acts, carries other files or leads to other machines, told entry by entry.
#pragma once

#include <initializer_list>
#include <string>

#include <qpdf/QPDFObjectHandle.hh>

namespace permit {

// Whether it is one of these names, each with its slash.
bool NamesOne(QPDFObjectHandle value, std::initializer_list<const char*> names);

// One entry of a dictionary that acts or carries (ISO 32000-1, 12.6.4, 7.11.4, 12.7.8). Links to
// addresses of the web are none.
bool IsActiveEntry(const std::string& key, QPDFObjectHandle value);

}  // namespace permit
