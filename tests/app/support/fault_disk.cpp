#include "app/support/fault_disk.h"

namespace fullcircle {

class FaultBlobs::Transaction : public BlobTransaction {
 public:
  Transaction(FaultBlobs& blobs, std::string_view folder) : blobs_(blobs), folder_(folder) {}
  void create(std::string_view name, std::string_view bytes) override { steps_.push_back({Step::create, std::string(name), std::string(bytes)}); }
  void put(std::string_view name, std::string_view bytes) override { steps_.push_back({Step::put, std::string(name), std::string(bytes)}); }
  void remove(std::string_view name) override { steps_.push_back({Step::remove, std::string(name), {}}); }
  void require_absent(std::string_view name) override { steps_.push_back({Step::absent, std::string(name), {}}); }
  void commit(std::function<void(Result<>)> done) override {
    blobs_.operate([&disk = blobs_.disk_, folder = folder_, steps = steps_] { return apply(disk, folder, steps); }, std::move(done));
  }

 private:
  struct Step {
    enum Kind { create, put, remove, absent } kind;
    std::string name, bytes;
  };
  static Result<> apply(Disk& disk, const std::string& folder, const std::vector<Step>& steps) {
    auto& blobs = disk.folders[folder];
    for (const Step& step : steps)
      if ((step.kind == Step::create || step.kind == Step::absent) && blobs.contains(step.name)) return fail("error.storage.taken", step.name);
    for (const Step& step : steps) {
      if (step.kind == Step::create || step.kind == Step::put) blobs[step.name] = step.bytes;
      if (step.kind == Step::remove) blobs.erase(step.name);
    }
    return {};
  }

  FaultBlobs& blobs_;
  const std::string folder_;
  std::vector<Step> steps_;
};

void FaultBlobs::operate(std::function<Result<>()> act, std::function<void(Result<>)> done, std::function<void()> act_in_part) {
  const auto planned = faults.find(++operation_count_);
  const std::optional<Fault> fault = planned != faults.end() ? std::optional(planned->second) : always;
  loop_.call_after(latency_ms, [has_crashed = has_crashed_, fault, act = std::move(act), done = std::move(done), act_in_part = std::move(act_in_part)] {
    if (*has_crashed) return;
    if (!fault) return done(act());
    if (*fault == Fault::cut_short) act_in_part();
    if (*fault == Fault::close_after || *fault == Fault::crash_after) (void)act();
    if (*fault == Fault::crash_before || *fault == Fault::crash_after) {
      *has_crashed = true;
      return;
    }
    done(fail(*fault == Fault::abort ? "error.storage.aborted" : *fault == Fault::full ? "error.storage.full" : "error.storage.closed"));
  });
}

std::unique_ptr<BlobTransaction> FaultBlobs::begin(std::string_view folder) { return std::make_unique<Transaction>(*this, folder); }

void FaultBlobs::read(std::string_view folder, std::function<bool(std::string_view)> wanted, std::function<void(Blob)> each,
                      std::function<void(Result<>)> done) {
  const auto hand_over = [&disk = disk_, folder = std::string(folder), wanted = std::move(wanted), each = std::move(each)](std::size_t parts_of_two) {
    std::vector<Blob> found;
    for (const auto& [name, bytes] : disk.folders[folder])
      if (wanted(name)) found.push_back({name, bytes});
    for (std::size_t i = 0; i < found.size() * parts_of_two / 2; ++i) each(found[i]);
  };
  operate(
      [hand_over]() -> Result<> {
        hand_over(2);
        return {};
      },
      std::move(done), [hand_over] { hand_over(1); });
}

void FaultBlobs::remove_folder(std::string_view folder, std::function<void(Result<>)> done) {
  operate([&disk = disk_, folder = std::string(folder)]() -> Result<> {
    disk.folders.erase(folder);
    return {};
  }, std::move(done));
}

}  // namespace fullcircle
