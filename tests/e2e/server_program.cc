#include "e2e/server_program.h"

#include <cstdlib>
#include <fstream>
#include <iterator>

#include <fcntl.h>
#include <signal.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

#include "base/result.h"

namespace attune::e2e {
namespace {

using base::expects;

/// As exec wants it.
std::vector<char*> pointers(std::vector<std::string>& words) {
  std::vector<char*> all;
  for (std::string& word : words) all.push_back(word.data());
  all.push_back(nullptr);
  return all;
}

/// Starts the binary with its `stream` (1 or 2) going into a pipe, whose reading end is `pipe_end`.
pid_t start(const std::vector<std::string>& arguments, const Variables& variables, int stream,
            int& pipe_end) {
  int ends[2];
  expects(::pipe2(ends, O_CLOEXEC) == 0);
  std::string binary = ATTUNE_BINARY;
  std::vector<std::string> words{binary};
  words.insert(words.end(), arguments.begin(), arguments.end());
  std::vector<std::string> settings = variables;
  for (char** at = environ; *at != nullptr; ++at) settings.emplace_back(*at);
  const std::vector<char*> argv = pointers(words), envp = pointers(settings);
  const pid_t id = ::fork();
  expects(id >= 0);
  if (id == 0) {
    ::prctl(PR_SET_PDEATHSIG, SIGKILL);  // no server outlives a test that is cut short
    ::dup2(ends[1], stream);
    ::execve(binary.c_str(), argv.data(), envp.data());
    ::_exit(127);
  }
  ::close(ends[1]);
  pipe_end = ends[0];
  return id;
}

int wait_for(pid_t id) {
  int status = 0;
  expects(::waitpid(id, &status, 0) == id);
  return WIFEXITED(status) ? WEXITSTATUS(status) : -1;
}

}  // namespace

TempDir::TempDir() {
  std::string name = (std::filesystem::temp_directory_path() / "attune-e2e-XXXXXX").string();
  expects(::mkdtemp(name.data()) != nullptr);
  path_ = name;
}

TempDir::~TempDir() {
  std::filesystem::remove_all(path_);
}

std::string TempDir::bytes() const {
  std::string all;
  for (const auto& entry : std::filesystem::recursive_directory_iterator(path_)) {
    if (!entry.is_regular_file()) continue;
    std::ifstream in(entry.path(), std::ios::binary);
    all.append(std::istreambuf_iterator<char>(in), {});
  }
  return all;
}

Program::Program(const std::filesystem::path& data, const std::vector<std::string>& arguments,
                 const Variables& variables) {
  int output = -1;
  std::vector<std::string> all{"serve", "--port", "0", "--data", data.string()};
  all.insert(all.end(), arguments.begin(), arguments.end());
  id_ = start(all, variables, STDOUT_FILENO, output);
  wait_for_port(output);
  ::close(output);
}

Program::~Program() {
  if (id_ > 0) kill_hard();
}

void Program::wait_for_port(int output) {
  std::string line;
  for (char c = 0; c != '\n';) {
    expects(::read(output, &c, 1) == 1);
    line += c;
  }
  const std::size_t colon = line.find("127.0.0.1:");
  expects(colon != std::string::npos);
  port_ = std::atoi(line.c_str() + colon + 10);
}

void Program::kill_hard() {
  ::kill(id_, SIGKILL);
  wait_for(id_);
  id_ = -1;
}

int Program::stop() {
  ::kill(id_, SIGTERM);
  const int status = wait_for(id_);
  id_ = -1;
  return status;
}

void Program::limit_files(std::optional<std::size_t> bytes) {
  const rlimit limit{bytes ? static_cast<rlim_t>(*bytes) : RLIM_INFINITY, RLIM_INFINITY};
  expects(::prlimit(id_, RLIMIT_FSIZE, &limit, nullptr) == 0);
}

Ended run(const std::vector<std::string>& arguments, const Variables& variables) {
  int errors = -1;
  const pid_t id = start(arguments, variables, STDERR_FILENO, errors);
  Ended ended;
  char bytes[4096];
  for (ssize_t got = 0; (got = ::read(errors, bytes, sizeof bytes)) > 0;) {
    ended.errors.append(bytes, static_cast<std::size_t>(got));
  }
  ::close(errors);
  ended.status = wait_for(id);
  return ended;
}

}  // namespace attune::e2e
