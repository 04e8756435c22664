using Generator.Tests.Support;
using Microsoft.CodeAnalysis;

namespace Generator.Tests.Analyzers;

/// <summary>Arguments of idempotent tasks that differ in each dispatch.</summary>
public sealed class TG0303Tests
{
    private const string Declarations =
        """
        public sealed record Order(Guid Id, string Name) { public DateTimeOffset At { get; init; } }
        public sealed class Jobs
        {
            [Task(Idempotent = true)] public void Ship(Guid id, string? note = null) { }
            [Task(Idempotent = true)] public int Charge(Order order, long ticks = 0) => 1;
            [Task(Idempotent = true)] public void Sync(DateTime at, params string[] tags) { }
            [Task] public void Log(Guid id, DateTime at) { }
        }

        """;

    [Fact]
    public async Task Flags_ids_chance_and_time_where_they_go_into_an_argument()
    {
        var messages = await AnalyzerVerifier.VerifyAsync(
            Declarations +
            """
            public sealed class Shop(JobsClient jobs, TimeProvider time)
            {
                public async Task Run()
                {
                    await jobs.Ship.DelayAsync([|TG0303:Guid.NewGuid()|]);
                    await jobs.Ship.DelayAsync(Guid.Empty, [|TG0303:Guid.CreateVersion7()|].ToString("N")[..8]);
                    await jobs.Ship.DelayAsync(Guid.Empty, $"order-{[|TG0303:Random.Shared.Next(100)|]:000}");
                    await jobs.Ship.DelayAsync(Guid.Empty, System.IO.Path.Combine("a", [|TG0303:System.IO.Path.GetRandomFileName()|]));
                    await jobs.Ship.DelayAsync(Guid.Empty, "at " + [|TG0303:DateTime.Now|]);
                    await jobs.Charge.DelayAsync(new Order(Guid.Empty, "a") { At = [|TG0303:time.GetUtcNow()|] });
                    await jobs.Charge.DelayAsync(new Order([|TG0303:Guid.NewGuid()|], "a"));
                    await jobs.Charge.DelayAsync(new Order(Guid.Empty, "a"), [|TG0303:DateTime.UtcNow|].AddDays(-1).Ticks);
                    await jobs.Charge.DelayAsync(new Order(Guid.Empty, "a"), [|TG0303:Environment.TickCount64|]);
                    await jobs.Sync.DelayAsync([|TG0303:DateTime.UtcNow|], "a");
                    await jobs.Sync.DelayAsync(DateTime.Today, "a", [|TG0303:Guid.NewGuid()|].ToString());
                    await jobs.Ship.With(new() { Priority = TaskPriority.High }).DelayAsync([|TG0303:Guid.NewGuid()|]);
                    await jobs.Ship.In(TimeSpan.FromMinutes(1)).DelayAsync([|TG0303:Guid.NewGuid()|]);
                    await jobs.Ship.With(new() { IdempotencyKey = "a" }).At(time.GetUtcNow()).DelayAsync(Guid.NewGuid());
                    var id = Guid.NewGuid();
                    await jobs.Ship.DelayAsync([|TG0303:id|]);
                }

                public Signature<int> Plan() => jobs.Charge.Signature(new Order([|TG0303:Guid.NewGuid()|], "a"))
                    .Then(jobs.Ship.Signature([|TG0303:Guid.NewGuid()|])).Then(jobs.Charge.Signature(null!));

                public IContinuation<Guid> Continue() => jobs.Ship.Partial([|TG0303:Guid.NewGuid()|].ToString());

                public async Task RunMany(string[] notes) =>
                    await jobs.Ship.DelayManyAsync(notes, note => new([|TG0303:Guid.NewGuid()|], note));
            }
            """);
        Assert.Contains("'Guid.NewGuid()'", messages[0], StringComparison.Ordinal);
        Assert.Contains("idempotent task 'Ship'", messages[0], StringComparison.Ordinal);
    }

    [Fact]
    public Task Flags_a_task_of_a_referenced_assembly() => AnalyzerVerifier.VerifyAsync(
        """
        public sealed class Shop(JobsClient jobs)
        {
            public Task Run() => jobs.Ship.DelayAsync([|TG0303:Guid.NewGuid()|]);
            public Task Log() => jobs.Log.DelayAsync(Guid.NewGuid(), DateTime.Now);
        }
        """,
        Reference());

    [Fact]
    public Task Leaves_tasks_that_are_not_idempotent_and_dispatches_with_a_key() => AnalyzerVerifier.VerifyAsync(
        Declarations +
        """
        public sealed class Shop(JobsClient jobs, EnqueueOptions options)
        {
            public async Task Run(string number, string[] numbers)
            {
                await jobs.Log.DelayAsync(Guid.NewGuid(), DateTime.UtcNow);
                await jobs.Ship.With(new() { IdempotencyKey = number }).DelayAsync(Guid.NewGuid());
                await jobs.Ship.With(options).DelayAsync(Guid.NewGuid());
                await jobs.Ship.With(options with { Countdown = TimeSpan.FromMinutes(1) })
                    .DelayManyAsync(numbers, note => new(Guid.NewGuid(), note));
                var keyed = jobs.Ship.With(new() { IdempotencyKey = number });
                await keyed.DelayAsync(Guid.NewGuid());
                var signature = jobs.Charge.With(new() { IdempotencyKey = number }).Signature(new Order(Guid.NewGuid(), "a"));
            }
        }
        """);

    [Fact]
    public Task Leaves_values_that_name_the_work() => AnalyzerVerifier.VerifyAsync(
        Declarations +
        """
        public interface IStore { Task AddAsync(Order order); IEnumerable<Order> Orders { get; } }
        public sealed class Shop(JobsClient jobs, IStore store)
        {
            public async Task<Guid> Create(string name)
            {
                // The id is that of the stored row.
                var order = new Order(Guid.NewGuid(), name) { At = DateTimeOffset.UtcNow };
                await store.AddAsync(order);
                await jobs.Charge.DelayAsync(order);
                var id = Guid.NewGuid();
                await jobs.Ship.DelayAsync(id);
                return id;
            }

            public async Task Insist()
            {
                // One id for all attempts: the second one joins the first.
                var id = Guid.NewGuid();
                for (var attempt = 0; attempt < 3; attempt++)
                {
                    try
                    {
                        await jobs.Ship.DelayAsync(id);
                        return;
                    }
                    catch (TaskBrokerException)
                    {
                    }
                }
            }

            public async Task OnceADay()
            {
                // The same all day, or all hour.
                await jobs.Sync.DelayAsync(DateTime.Today);
                await jobs.Sync.DelayAsync(DateTime.UtcNow.Date);
                await jobs.Sync.DelayAsync(DateTime.UtcNow.Date.AddDays(-1));
                await jobs.Sync.DelayAsync(new DateTime(DateTime.UtcNow.Year, DateTime.UtcNow.Month, 1));
                await jobs.Ship.DelayAsync(Guid.Empty, DateOnly.FromDateTime(DateTime.UtcNow).ToString("O"));
                await jobs.Ship.DelayAsync(Guid.Empty, DateTime.UtcNow.ToString("yyyy-MM-dd"));
                await jobs.Ship.DelayAsync(Guid.Empty, $"{DateTime.UtcNow:yyyy-MM-dd}");
                await jobs.Charge.DelayAsync(null!, DateTime.UtcNow.Ticks / TimeSpan.TicksPerHour);
                await jobs.Sync.DelayAsync(
                    DateTime.UnixEpoch,
                    store.Orders.Where(order => order.At < DateTimeOffset.UtcNow).Select(order => order.Name).ToArray());
                await jobs.Sync.DelayAsync(DateTime.UnixEpoch, cancellationToken: default, tags: []);
            }

            public Task Given(Guid? id, Guid other) =>
                jobs.Ship.DelayAsync(id ?? Guid.NewGuid(), DateTime.UtcNow > DateTime.UnixEpoch ? "a" : other.ToString());
        }
        """);

    [Fact]
    public Task Says_nothing_without_the_library() => AnalyzerVerifier.VerifyWithoutLibraryAsync(
        """
        public readonly struct ShipTask { public void DelayAsync(System.Guid id) { } }
        public static class C { public static void Run(ShipTask ship) => ship.DelayAsync(System.Guid.NewGuid()); }
        """);

    private static MetadataReference Reference() =>
        ReferencedAssembly.Of(GeneratorHarness.Generate(GeneratorHarness.CompileAs("Orders", Declarations)));
}
