using Generator.Tests.Support;
using Microsoft.CodeAnalysis;

namespace Generator.Tests.Analyzers;

/// <summary>Dispatches that are not awaited.</summary>
public sealed class TG0300Tests
{
    private const string Mails = "public sealed class Mails { [Task] public void Send(string to) { } [Task] public int Count() => 1; }\n";

    [Fact]
    public async Task Flags_a_statement_where_nothing_is_awaited()
    {
        var messages = await AnalyzerVerifier.VerifyAsync(
            Mails +
            """
            public sealed class Shop(MailsClient mails, ITaskClient? client)
            {
                public Shop(MailsClient mails) : this(mails, null) { [|TG0300:mails.Send.DelayAsync("a")|]; }

                public void Order()
                {
                    [|TG0300:mails.Send.DelayAsync("a")|];
                    [|TG0300:mails.Send.With(new() { Countdown = TimeSpan.FromMinutes(1) }).DelayAsync("a")|].ConfigureAwait(false);
                    [|TG0300:mails.Send.DelayManyAsync(["a", "b"], to => new(to))|];
                    client?[|TG0300:.DelayAsync(mails.Count.Signature())|];
                }

                public void OrderAll(List<string> all) => all.ForEach(to => [|TG0300:mails.Send.DelayAsync(to)|]);

                public int Wanted { get => 1; set { [|TG0300:mails.Send.DelayAsync("a")|]; } }

                public void Subscribe(IObservable<string> orders)
                {
                    Changed += (_, _) => [|TG0300:mails.Send.DelayAsync("a")|];
                    void Local() => [|TG0300:mails.Send.DelayAsync("a")|];
                    Local();
                }

                public event EventHandler? Changed;
            }
            """);
        Assert.Contains("'Send.DelayAsync'", messages[0], StringComparison.Ordinal);
        Assert.Contains("'ITaskClient.DelayAsync'", messages[4], StringComparison.Ordinal);
    }

    [Fact]
    public Task Flags_a_discard_also_where_something_else_is_awaited() => AnalyzerVerifier.VerifyAsync(
        Mails +
        """
        public sealed class Shop(MailsClient mails, ITaskRegistry registry, ConditionalDispatcher conditions, ConditionSet rules)
        {
            public async Task Order(bool express)
            {
                _ = [|TG0300:mails.Send.DelayAsync("a")|];
                _ = express ? [|TG0300:mails.Send.DelayAsync("a")|] : [|TG0300:mails.Send.DelayAsync("b")|];
                await Task.Yield();
            }

            public async Task OrderAgain()
            {
                var _ = [|TG0300:mails.Count.DelayAsync()|];
                _ = [|TG0300:mails.Count.DelayAsync()|];
                await Task.Yield();
            }

            public void ByName(string data)
            {
                [|TG0300:registry.DelayAsync("Mails.Send", data)|];
                [|TG0300:conditions.DispatchAsync(data, rules)|];
            }
        }
        """);

    [Fact]
    public Task Flags_a_program_without_await() => AnalyzerVerifier.VerifyAsync(
        OutputKind.ConsoleApplication,
        """
        ITaskClient client = null!;
        [|TG0300:new MailsClient(client).Send.DelayAsync("a")|];
        public sealed class Mails { [Task] public void Send(string to) { } }
        """);

    [Fact]
    public Task Leaves_what_the_compiler_flags_itself() => AnalyzerVerifier.VerifyAsync(
        Mails +
        """
        public sealed class Shop(MailsClient mails)
        {
            public async Task Order()
            {
                mails.Send.DelayAsync("a");
                await Task.Yield();
            }

            public void Subscribe() => Changed += async (_, _) => { mails.Send.DelayAsync("a"); await Task.Yield(); };

            public event EventHandler? Changed;
        }
        """);

    [Fact]
    public Task Leaves_what_is_awaited_returned_kept_or_handed_on() => AnalyzerVerifier.VerifyAsync(
        Mails +
        """
        public sealed class Shop(MailsClient mails, ITaskClient client)
        {
            private Task? _last;

            public Task Order() => mails.Send.DelayAsync("a");

            public Task<TaskHandle> OrderLater(bool express)
            {
                if (express)
                {
                    return mails.Send.DelayAsync("b");
                }

                return mails.Send.DelayAsync("a");
            }

            public async Task OrderAll(IEnumerable<string> all)
            {
                await mails.Send.DelayAsync("a");
                await mails.Send.DelayAsync("a").ConfigureAwait(false);
                var handle = await client.DelayAsync(mails.Count.Signature());
                _ = await mails.Count.DelayAsync();
                await Task.WhenAll(all.Select(to => mails.Send.DelayAsync(to)));
                var running = new List<Task>();
                foreach (var to in all)
                {
                    running.Add(mails.Send.DelayAsync(to));
                }

                await Task.WhenAll(running);
            }

            public void Start()
            {
                _last = mails.Send.DelayAsync("a");
                _ = mails.Send.DelayAsync("a")
                    .ContinueWith(task => Console.WriteLine(task.Exception), TaskContinuationOptions.OnlyOnFaulted);
                _ = LogAsync(mails.Send.DelayAsync("a"));
                mails.Send.DelayAsync("a").Wait();
                Func<Task> send = () => mails.Send.DelayAsync("a");
            }

            private static async Task LogAsync(Task task) => await task;
        }
        """);

    [Fact]
    public Task Leaves_other_methods_of_that_name_alone() => AnalyzerVerifier.VerifyAsync(
        """
        public sealed class Clock { public Task DelayAsync(int milliseconds) => Task.Delay(milliseconds); }
        public sealed class C { public void Run(Clock clock) { clock.DelayAsync(1); _ = clock.DelayAsync(2); } }
        """);

    [Fact]
    public Task Says_nothing_without_the_library() => AnalyzerVerifier.VerifyWithoutLibraryAsync(
        """
        public interface ITaskClient { System.Threading.Tasks.Task DelayAsync(int signature); }
        public sealed class C { public void Run(ITaskClient client) { client.DelayAsync(1); _ = client.DelayAsync(1); } }
        """);
}
