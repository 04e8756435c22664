using Generator.Tests.Support;

namespace Generator.Tests.Analyzers;

/// <summary>Tasks that block until another task or operation ends.</summary>
public sealed class TG0301Tests
{
    [Fact]
    public async Task Flags_every_way_to_block()
    {
        var messages = await AnalyzerVerifier.VerifyAsync(
            """
            public sealed class Jobs(JobsClient jobs)
            {
                [Task]
                public int Parent()
                {
                    var handle = [|TG0301:jobs.Child.DelayAsync().Result|];
                    [|TG0301:Load(1).Wait()|];
                    [|TG0301:Load(1).Wait(TimeSpan.FromSeconds(1))|];
                    [|TG0301:Task.WaitAll(Load(1), Load(2))|];
                    [|TG0301:Task.WaitAny(Load(1), Load(2))|];
                    var value = [|TG0301:Value().Result|] + [|TG0301:Value().AsTask().GetAwaiter().GetResult()|];
                    return [|TG0301:handle.GetAsync().GetAwaiter().GetResult()|]
                        + [|TG0301:Load(3).ConfigureAwait(false).GetAwaiter().GetResult()|] + value;
                }

                [Task]
                public async Task<int> Sum(IEnumerable<int> all)
                {
                    var one = Load(1);
                    int Local() => [|TG0301:Load(2).Result|];
                    await Task.Yield();
                    return [|TG0301:one.Result|] + all.Select(id => [|TG0301:Load(id).Result|]).Sum() + Local();
                }

                [Task]
                public int Child() => 1;

                private static Task<int> Load(int id) => Task.FromResult(id);
                private static ValueTask<int> Value() => new(1);
            }
            """);
        Assert.Contains("'.Result'", messages[0], StringComparison.Ordinal);
        Assert.Contains("'Jobs.Parent'", messages[0], StringComparison.Ordinal);
        Assert.Contains("'Task.WaitAll'", messages[3], StringComparison.Ordinal);
    }

    [Fact]
    public Task Leaves_what_has_ended_already() => AnalyzerVerifier.VerifyAsync(
        """
        public sealed class Jobs
        {
            [Task]
            public async Task<int> Run(CancellationToken cancellationToken)
            {
                var (one, two) = (Load(1), Load(2));
                await Task.WhenAll(one, two).WaitAsync(cancellationToken);
                var tasks = Enumerable.Range(0, 9).Select(Load).ToArray();
                await Task.WhenAll(tasks);
                var sum = one.Result + two.Result + tasks.Sum(task => task.Result) + tasks[0].Result + tasks.First().Result;
                foreach (var task in tasks)
                {
                    sum += task.Result;
                }

                return sum + tasks[1].GetAwaiter().GetResult();
            }

            [Task]
            public async Task<int> RunFirst()
            {
                var (one, two) = (Load(1), Load(2));
                var first = await Task.WhenAny(one, two);
                return first.Result + (await Task.WhenAny(one, two)).Result;
            }

            [Task]
            public async Task<int> RunEach(IReadOnlyList<int> ids)
            {
                var sum = 0;
                await foreach (var task in Task.WhenEach(ids.Select(Load)))
                {
                    sum += task.Result;
                }

                return sum;
            }

            [Task]
            public async Task<int> Cached(int id)
            {
                var cached = Value(id);
                var slow = Load(id);
                await slow.ConfigureAwait(false);
                return cached.IsCompletedSuccessfully ? cached.Result + slow.Result : await cached;
            }

            [Task]
            public Task<int> Continued(int id) => Load(id).ContinueWith(task => task.Result + 1, TaskScheduler.Default);

            private static Task<int> Load(int id) => Task.FromResult(id);
            private static ValueTask<int> Value(int id) => new(id);
        }
        """);

    [Fact]
    public Task Leaves_what_is_no_task_or_does_not_wait() => AnalyzerVerifier.VerifyAsync(
        """
        public sealed record Answer(int Result) { public void Wait() { } }
        public sealed class Jobs
        {
            [Task]
            public int Run(int id)
            {
                var answer = new Answer(id);
                answer.Wait();
                return answer.Result + (Load(id).Wait(0) ? 1 : 0);
            }

            public int NoTask(int id) => Load(id).Result;

            private static Task<int> Load(int id) => Task.FromResult(id);
        }
        """);

    [Fact]
    public Task Says_nothing_without_the_library() => AnalyzerVerifier.VerifyWithoutLibraryAsync(
        "public sealed class C { [Task] public int Run() => System.Threading.Tasks.Task.FromResult(1).Result; }");
}
