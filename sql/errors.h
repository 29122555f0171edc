// What can go wrong with a statement, as its caller sees it.
//   Unavailable     the server cannot be reached; nothing was done. The next call tries afresh.
//   OutcomeUnknown  the link died while a change was under way; it may have been committed or not.
//   DuplicateKey    a unique key refused the row.
//   StatementError  anything else the server said: a fault of the program or of the schema.
#pragma once

#include <stdexcept>
#include <string>
#include <utility>

namespace permit::sql {

class Unavailable : public std::runtime_error {
 public:
  using std::runtime_error::runtime_error;
};

class OutcomeUnknown : public std::runtime_error {
 public:
  using std::runtime_error::runtime_error;
};

class StatementError : public std::runtime_error {
 public:
  StatementError(int code, const std::string& what) : std::runtime_error(what), code_(code) {}
  int code() const { return code_; }

 private:
  int code_;
};

class DuplicateKey : public StatementError {
 public:
  DuplicateKey(std::string key, const std::string& what)
      : StatementError(1062, what), key_(std::move(key)) {}
  const std::string& key() const { return key_; }  // name of the unique key, "PRIMARY" included

 private:
  std::string key_;
};

}  // namespace permit::sql
