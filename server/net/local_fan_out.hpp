// The fan-out within this process: one visit to the network thread a frame, however many listen.
#pragma once

#include <algorithm>
#include <boost/asio/io_context.hpp>
#include <boost/asio/post.hpp>
#include <memory>
#include <utility>
#include <vector>

#include "server/world/fan_out.hpp"

namespace tt::server {

class LocalFanOut final : public FanOut {
 public:
  explicit LocalFanOut(boost::asio::io_context& io) : io_(io) {}

  void subscribe(std::shared_ptr<Subscriber> subscriber) override {
    boost::asio::post(io_, [all = subscribers_, subscriber = std::move(subscriber)] { all->push_back(subscriber); });
  }
  void unsubscribe(const Subscriber* subscriber) override {
    boost::asio::post(io_, [all = subscribers_, subscriber] {
      std::erase_if(*all, [&](const auto& one) { return one.get() == subscriber; });
    });
  }
  void publish(PublicFrame frame) override {
    boost::asio::post(io_, [all = subscribers_, frame = std::move(frame)] {
      // Who joined in a mapping that nobody used when the frame was made has it in the snapshot already.
      for (const auto& one : *all)
        if (frame.in(one->mapping())) one->deliver(frame.in(one->mapping()));
    });
  }

 private:
  boost::asio::io_context& io_;
  /// The network thread's own.
  std::shared_ptr<std::vector<std::shared_ptr<Subscriber>>> subscribers_ =
      std::make_shared<std::vector<std::shared_ptr<Subscriber>>>();
};

}  // namespace tt::server
