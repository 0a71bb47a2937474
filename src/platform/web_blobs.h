// Stored bytes in the browser: hands everything over to shell/storage.js.
#pragma once

#include "app/ports.h"

namespace fullcircle {

class WebBlobs : public Blobs {
 public:
  std::unique_ptr<BlobTransaction> begin(std::string_view folder) override;
  void read(std::string_view folder, std::function<bool(std::string_view name)> wanted, std::function<void(Blob)> each,
            std::function<void(Result<>)> done) override;
  bool take_restored(std::string_view folder) override;
  void remove_folder(std::string_view folder, std::function<void(Result<>)> done) override;
  void ask_to_persist(std::function<void(bool)> done) override;
  void estimate(std::function<void(std::optional<Estimate>)> done) override;
};

}  // namespace fullcircle
