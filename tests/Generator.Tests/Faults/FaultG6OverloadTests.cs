using Generator.Tests.Support;

namespace Generator.Tests.Faults;

/// <summary>Generated code calls the method and the constructor that it was generated for, not another one with the same name.</summary>
public sealed class FaultG6OverloadTests
{
    private const string Base =
        """
        public abstract class Root<T>
        {
            public static string Log { get; set; } = "";
            public abstract void Run(T id);
            public virtual Task<int> CountAsync(T id) => Task.FromResult(0);
        }
        public class Middle : Root<int>
        {
            public override void Run(int id) => Log += "Middle";
            public void Run(decimal id) => Log += "decimal";
        }

        """;

    [Theory]
    [InlineData("public void Run(long id) => Log += \"long\";")]
    [InlineData("public void Run(object id, CancellationToken token = default) => Log += \"object\";")]
    [InlineData("public void Run(params List<int> ids) => Log += \"params\";")]
    [InlineData("public void Run<T>(T id) => Log += \"generic\";")]
    [InlineData("public void Run(long id) => Log += \"long\"; public void Run(float id) => Log += \"float\";")]
    [InlineData("")]
    public Task An_override_is_called_beside_an_overload(string overloads) => HostedProgram.RunAsync(
        $$"""
        {{Base}}
        public sealed class Jobs : Middle { [Task] public override void Run(int id) => Log += "Jobs"; {{overloads}} }
        """,
        """
        await (await client.Jobs.Run.DelayAsync(1)).GetAsync();
        Check(Jobs.Log == "Jobs");
        """);

    [Fact]
    public Task An_override_with_a_result_in_a_disposable_class() => HostedProgram.RunAsync(
        $$"""
        {{Base}}
        public sealed class Jobs : Middle, IDisposable
        {
            [Task] public override async Task<int> CountAsync(int id) { await Task.Yield(); return id; }
            public Task<int> CountAsync(long id) => Task.FromResult(-1);
            public void Dispose() => Log += "disposed";
        }
        """,
        """
        Check(await (await client.Jobs.Count.DelayAsync(7)).GetAsync() == 7);
        Check(Jobs.Log == "disposed");
        """);

    [Theory]
    [InlineData("byte b = 5", "int b")]
    [InlineData("DateTime b = default", "Guid b")]
    [InlineData("int? b = null", "string b")]
    [InlineData("long? b = 5", "int b")]
    [InlineData("DayOfWeek b = DayOfWeek.Monday", "object b")]
    public Task A_marked_constructor_with_a_default_value_is_called(string marked, string other) => HostedProgram.RunAsync(
        $$"""
        public sealed class Jobs
        {
            private readonly string _log;
            [Microsoft.Extensions.DependencyInjection.ActivatorUtilitiesConstructor]
            public Jobs({{marked}}) => _log = $"marked {b}";
            public Jobs({{other}}) => _log = $"other {b}";
            [Task] public string Run() => _log;
        }
        """,
        """
        Check((await (await client.Jobs.Run.DelayAsync()).GetAsync()).StartsWith("marked", StringComparison.Ordinal));
        """);
}
