using Generator.Tests.Support;
using Microsoft.Extensions.DependencyInjection;

namespace Generator.Tests.Emission;

/// <summary>What the generated invoker builds, injects, awaits and disposes of.</summary>
public sealed class InvokerTests
{
    [Fact]
    public Task Every_kind_of_return() => LoadedProgram.RunAsync(
        """
        public sealed class Jobs
        {
            public static int Runs;
            [Task] public void A() => Runs++;
            [Task] public int B() => 2;
            [Task] public async Task C() { await Task.Yield(); Runs++; }
            [Task] public async Task<int> D() { await Task.Yield(); return 4; }
            [Task] public ValueTask E() { Runs++; return default; }
            [Task] public ValueTask<int> F() => new(6);
            [Task] public int[]? G(bool none) => none ? null : [1];
        }
        """,
        """
                TaskHandle a = await client.Jobs.A.DelayAsync();
                TaskHandle<int> b = await client.Jobs.B.DelayAsync();
                TaskHandle c = await client.Jobs.C.DelayAsync();
                TaskHandle<int> d = await client.Jobs.D.DelayAsync();
                TaskHandle e = await client.Jobs.E.DelayAsync();
                TaskHandle<int> f = await client.Jobs.F.DelayAsync();
                await a.GetAsync(); await c.GetAsync(); await e.GetAsync();
                Check(a.GetType() == typeof(TaskHandle) && Jobs.Runs == 3);
                Check(await b.GetAsync() + await d.GetAsync() + await f.GetAsync() == 12);
                Check(await (await client.Jobs.G.DelayAsync(true)).GetAsync() is null);
                Check((await (await client.Jobs.G.DelayAsync(false)).GetAsync())!.Length == 1);
        """);

    [Fact]
    public Task Constructors_services_and_their_defaults()
    {
        var services = new ServiceCollection()
            .AddSingleton<IFormatProvider>(System.Globalization.CultureInfo.InvariantCulture)
            .AddKeyedSingleton("one", new Version(1, 0))
            .AddKeyedSingleton<Version>((object)typeof(string), new Version(2, 0))
            .AddKeyedSingleton(DayOfWeek.Friday, new Version(3, 0))
            .BuildServiceProvider();
        return LoadedProgram.RunAsync(
            """
            using Microsoft.Extensions.DependencyInjection;

            public sealed class Jobs
            {
                private readonly string _text;
                public Jobs(
                    IFormatProvider format, [FromKeyedServices("one")] Version one, [FromKeyedServices(typeof(string))] Version two,
                    [FromKeyedServices(DayOfWeek.Friday)] Version three, TaskContext context, CancellationToken token,
                    ITaskProgress progress, IComparable? none, Uri? uri = null, int number = 5, DayOfWeek day = DayOfWeek.Monday) =>
                    _text = $"{format is not null}{one}{two}{three}{context.Attempt}{none is null}{uri is null}{number}{day}";
                public Jobs(int a) : this(null!, null!, null!, null!, null!, default, null!, null) { }
                internal Jobs() : this(0) { }
                [Task] public string Run(
                    [FromServices] IFormatProvider format, [FromKeyedServices("one")] Version one, [FromServices] Uri? missing,
                    TaskContext context, [FromServices] Version? unkeyed = null) =>
                    $"{_text}{format is not null}{one}{missing is null}{unkeyed is null}{context.Name}";
            }
            public sealed class Chosen
            {
                private readonly int _x;
                [ActivatorUtilitiesConstructor] public Chosen() => _x = 1;
                public Chosen(IComparable comparable) => _x = 2;
                [Task] public int Run() => _x;
            }
            public sealed class AspNet
            {
                [Task] public bool Run([Microsoft.AspNetCore.Mvc.FromServices] IFormatProvider format) => format is not null;
            }
            namespace Microsoft.AspNetCore.Mvc
            {
                [AttributeUsage(AttributeTargets.Parameter)] public sealed class FromServicesAttribute : Attribute;
            }
            """,
            """
                    Check(await (await client.Jobs.Run.DelayAsync()).GetAsync() == "True1.02.03.01TrueTrue5MondayTrue1.0TrueTrueJobs.Run");
                    Check(await (await client.Chosen.Run.DelayAsync()).GetAsync() == 1);
                    Check(await (await client.AspNet.Run.DelayAsync()).GetAsync());
            """,
            services);
    }

    [Fact]
    public Task A_missing_service_is_named() => LoadedProgram.RunAsync(
        "public sealed class Jobs(IComparable thing) { [Task] public bool Run() => thing is null; }",
        """
                try { await client.Jobs.Run.DelayAsync(); Check(false); }
                catch (TaskGenException exception)
                {
                    Check(exception.Message.Contains("System.IComparable") && exception.Message.Contains("Jobs.Run"));
                }
        """);

    [Fact]
    public Task Instances_are_disposed_of_after_the_call() => LoadedProgram.RunAsync(
        """
        public static class Log { public static readonly List<string> Lines = new(); }
        public sealed class Sync : IDisposable
        {
            [Task] public async Task Run() { await Task.Yield(); Log.Lines.Add("sync ran"); }
            [Task] public int Fail() => throw new InvalidOperationException("failed");
            public void Dispose() => Log.Lines.Add("sync disposed");
        }
        public sealed class Later : IAsyncDisposable, IDisposable
        {
            [Task] public int Run() { Log.Lines.Add("later ran"); return 1; }
            async ValueTask IAsyncDisposable.DisposeAsync() { await Task.Yield(); Log.Lines.Add("later disposed"); }
            void IDisposable.Dispose() => Log.Lines.Add("wrong");
        }
        """,
        """
                await client.Sync.Run.DelayAsync();
                try { await client.Sync.Fail.DelayAsync(); } catch (InvalidOperationException) { Log.Lines.Add("caught"); }
                await client.Later.Run.DelayAsync();
                Check(string.Join(",", Log.Lines) == "sync ran,sync disposed,sync disposed,caught,later ran,later disposed");
        """);

    [Fact]
    public Task Progress_with_a_detail_makes_a_handle_with_a_detail() => LoadedProgram.RunAsync(
        """
        public sealed record Stage(string Name);
        public sealed class Jobs
        {
            [Task] public int Work(ITaskProgress plain, ITaskProgress<Stage> progress)
            {
                plain.Report(1);
                progress.Report(2, 4, "half", new Stage("b"));
                return 9;
            }
            [Task] public void Silent(ITaskProgress<(int A, string B)> progress) => progress.Report(1, null, null, (1, "x"));
        }
        """,
        """
                TaskHandle<int, Stage> handle = await client.Jobs.Work.DelayAsync();
                Check(await handle.GetAsync() == 9);
                await foreach (TaskProgress<Stage> report in handle.ProgressAsync())
                {
                    Check(report is { Current: 2, Total: 4, Status: "half", Detail.Name: "b" });
                }
                TaskHandle<NoResult, (int A, string B)> silent = await client.Jobs.Silent.DelayAsync();
                await foreach (var report in silent.ProgressAsync()) Check(report.Detail.B == "x");
                await silent.GetAsync();
        """);

    [Fact]
    public async Task Retries_and_what_they_are_for()
    {
        var client = await LoadedProgram.RunAsync(
            """
            public sealed class Jobs
            {
                [Task] public void Usual() { }
                [Task(Retry = 3, RetryBaseDelaySeconds = 0.5, RetryMaxDelaySeconds = 8)] public void Plain() { }
                [Task, RetryOn<System.IO.IOException>, RetryOn<System.IO.FileNotFoundException>,
                    GiveUpOn<System.IO.DirectoryNotFoundException>, GiveUpOn<System.IO.DirectoryNotFoundException>]
                public void Only() { }
                [Task, GiveUpOn<Exception>, RetryOn<ArgumentException>] public void Never() { }
                [Task, GiveUpOn<ArgumentException>] public void AllBut() { }
            }
            """,
            """
                    await client.Jobs.Usual.DelayAsync(); await client.Jobs.Plain.DelayAsync(); await client.Jobs.Only.DelayAsync();
                    await client.Jobs.Never.DelayAsync(); await client.Jobs.AllBut.DelayAsync();
            """);
        var retry = client.Enqueued.ConvertAll(static recorded => recorded.Defaults.Retry);
        Assert.Same(TaskGen.RetryPolicy.None, retry[0]);
        Assert.Equal((3, 0.5, 8), (retry[1].Retries, retry[1].BaseDelaySeconds, retry[1].MaxDelaySeconds));
        Assert.True(retry[1].ShouldRetry(new InvalidOperationException()));
        Assert.Equal(0, retry[2].Retries);
        Assert.True(retry[2].ShouldRetry(new FileNotFoundException()));
        Assert.False(retry[2].ShouldRetry(new DirectoryNotFoundException()));
        Assert.False(retry[2].ShouldRetry(new InvalidOperationException()));
        Assert.False(retry[3].ShouldRetry(new ArgumentException("")));
        Assert.False(retry[4].ShouldRetry(new ArgumentNullException()));
        Assert.True(retry[4].ShouldRetry(new InvalidOperationException()));
    }

    [Fact]
    public async Task Every_value_of_the_attribute_arrives()
    {
        var client = await LoadedProgram.RunAsync(
            """
            public sealed class Jobs
            {
                [Task(
                    Name = "n", Queue = "q", Priority = TaskPriority.High, Idempotent = true, IdempotencyTtlSeconds = 7,
                    SoftTimeLimitSeconds = 1.5, TimeLimitSeconds = 2, ExpiresSeconds = 3, ResultTtlSeconds = 4, IgnoreResult = true,
                    ProgressIntervalSeconds = 0)]
                public void Run() { }
            }
            """,
            "await client.Jobs.Run.DelayAsync();");
        Assert.Equal(
            new TaskGen.TaskDefaults
            {
                Queue = "q", Priority = TaskGen.TaskPriority.High, Idempotent = true, IdempotencyTtlSeconds = 7,
                SoftTimeLimitSeconds = 1.5, TimeLimitSeconds = 2, ExpiresSeconds = 3, ResultTtlSeconds = 4, IgnoreResult = true,
                ProgressIntervalSeconds = 0,
            },
            client.Enqueued[0].Defaults);
        Assert.Equal("n", client.Enqueued[0].Name);
    }

    [Fact]
    public Task Payloads_compare_by_what_they_contain() => LoadedProgram.RunAsync(
        """
        public sealed class Jobs
        {
            [Task] public void Run(int[] a, List<string[]> b, Dictionary<string, int[]> c, (int, byte[]) d, IEnumerable<int>? e = null) { }
        }
        """,
        """
                JobsClient.RunTask.Args Make(int last) => new([1, 2], [["a"], []], new() { ["x"] = [1], ["y"] = [last] }, (1, [1, 2]), [3]);
                Check(Make(2) == Make(2) && Make(2).GetHashCode() == Make(2).GetHashCode());
                Check(Make(2) != Make(3));
                Check(Make(2) != Make(2) with { D = (1, [1]) });
                Check(Make(2) != Make(2) with { E = null });
                await client.Jobs.Run.DelayAsync([1], [["a"]], new() { ["k"] = [1, 2] }, (2, [3]), [4, 5]);
        """);

    [Fact]
    public void New_args_does_not_compile_where_something_is_required()
    {
        var compilation = GeneratorHarness.Generate(GeneratorHarness.Compile(
            """
            public sealed class Jobs { [Task] public void Run(int a) { } }
            public static class Caller { public static object Make() => new JobsClient.RunTask.Args(); }
            """));
        Assert.Contains(compilation.GetDiagnostics(), static diagnostic => diagnostic.Id == "CS0619");
    }
}
