#include "server/storage/disk_threads.hpp"

#include <boost/asio/post.hpp>
#include <boost/asio/strand.hpp>
#include <utility>

#include "server/limits.hpp"

namespace tt::server {
namespace {

class Lane final : public Storage {
 public:
  explicit Lane(boost::asio::thread_pool& threads) : strand_(threads.get_executor()) {}
  void post(Job job) override { boost::asio::post(strand_, std::move(job)); }

 private:
  boost::asio::strand<boost::asio::thread_pool::executor_type> strand_;
};

}  // namespace

DiskThreads::DiskThreads() : threads_(kDiskThreads) {}

DiskThreads::~DiskThreads() {
  finish();
}

Storage& DiskThreads::lane(const std::string& file) {
  const std::lock_guard lock(mutex_);
  std::unique_ptr<Storage>& lane = lanes_[file];
  if (!lane) lane = std::make_unique<Lane>(threads_);
  return *lane;
}

void DiskThreads::finish() {
  threads_.join();
}

}  // namespace tt::server
