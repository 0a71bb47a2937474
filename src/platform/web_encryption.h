// Encryption by shell/encryption.js, which has a worker for it.
#pragma once

#include "app/ports.h"

namespace fullcircle {

class WebEncryption : public Encryption {
 public:
  void make_keys(TakeKeys done) override;
  void read_keys(std::string_view identity, TakeKeys done) override;
  int encrypt(std::string bytes, const AgeKeys& keys, Job job) override;
  int decrypt(std::string bytes, const AgeKeys& keys, Job job) override;
  void sign(std::string_view identity, std::string_view message, TakeSignature done) override;
  void verify(const Signature& signature, std::string_view message, TakeAnswer done) override;
  void cancel(int job) override;
};

}  // namespace fullcircle
