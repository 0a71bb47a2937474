// A few devices that edit copies of one document apart, and now and then send each other something.
#pragma once

#include "store/device.h"
#include "store/random.h"

namespace fullcircle::test {

class Scenario {
 public:
  /// 2 to 5 devices whose clocks differ by up to a year. Some are copies of a profile: same actor, same clock.
  explicit Scenario(std::uint64_t seed);

  /// Random steps: creating, editing, erasing, restoring, undoing, settling, writing what only a newer program knows,
  /// and receiving whole documents, deltas in any order, and files that hold only some fields.
  void run(std::size_t steps);

  std::vector<Device>& devices() { return devices_; }
  Random& random() { return random_; }
  std::vector<Document> documents() const;

 private:
  void step(Device& device);
  void create_something(Device& device);
  void edit_something(Device& device);
  void erase_or_restore(Device& device);
  void settle_something(Device& device);
  void write_as_newer_program(Device& device);
  void receive_something(Device& device);
  Person random_person();
  Goal random_goal();
  void change(Person& person);
  void change(Goal& goal);
  std::string random_word();

  Random random_;
  std::vector<Device> devices_;
};

/// The fields of `document` for which `keeps` says so, without bases: what a file made for one recipient holds.
Document filtered(const Document& document, Random& random);

}  // namespace fullcircle::test
