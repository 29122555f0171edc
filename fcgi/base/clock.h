// The time of day, behind an interface so that tests and permitctl can set it.
#pragma once

#include <chrono>

namespace permit {

class Clock {
 public:
  virtual ~Clock() = default;
  virtual std::chrono::sys_time<std::chrono::milliseconds> Now() const = 0;
};

// The system's clock moved by a fixed offset, zero in production.
class SystemClock final : public Clock {
 public:
  explicit SystemClock(std::chrono::milliseconds offset = {}) : offset_(offset) {}
  std::chrono::sys_time<std::chrono::milliseconds> Now() const override;

 private:
  std::chrono::milliseconds offset_;
};

// Stands still until a test moves it.
class ManualClock final : public Clock {
 public:
  explicit ManualClock(std::chrono::sys_time<std::chrono::milliseconds> now) : now_(now) {}
  std::chrono::sys_time<std::chrono::milliseconds> Now() const override { return now_; }
  void Set(std::chrono::sys_time<std::chrono::milliseconds> now) { now_ = now; }
  void Advance(std::chrono::milliseconds by) { now_ += by; }

 private:
  std::chrono::sys_time<std::chrono::milliseconds> now_;
};

}  // namespace permit
