// Names and values in the order they came: a query, a form, cookies.
#pragma once

#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace permit {

class Params {
 public:
  void Add(std::string name, std::string value) {
    entries_.emplace_back(std::move(name), std::move(value));
  }
  // The first value of that name; empty when there is none.
  std::string_view Get(std::string_view name) const {
    for (const auto& [entry_name, value] : entries_) {
      if (entry_name == name) return value;
    }
    return {};
  }
  bool Has(std::string_view name) const { return Count(name) > 0; }
  std::size_t Count(std::string_view name) const {
    std::size_t count = 0;
    for (const auto& entry : entries_) count += entry.first == name;
    return count;
  }
  std::vector<std::string_view> All(std::string_view name) const {
    std::vector<std::string_view> values;
    for (const auto& [entry_name, value] : entries_) {
      if (entry_name == name) values.push_back(value);
    }
    return values;
  }
  const std::vector<std::pair<std::string, std::string>>& entries() const { return entries_; }
  bool empty() const { return entries_.empty(); }

 private:
  std::vector<std::pair<std::string, std::string>> entries_;
};

}  // namespace permit
