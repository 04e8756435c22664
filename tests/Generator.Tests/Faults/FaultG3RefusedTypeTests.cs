using Generator.Tests.Support;

namespace Generator.Tests.Faults;

/// <summary>
/// Known types that the compiler refuses where they are: it reports them in the source file, and no generated code repeats them.
/// </summary>
public sealed class FaultG3RefusedTypeTests
{
    private const string Types =
        """

        public static class Helper;
        public class Plain { public Plain(int a) => A = a; public int A { get; } }
        public class OfClass<T> where T : class;
        public class OfStruct<T> where T : struct { public class Inner; }
        public class OfException<T> where T : Exception;
        public class OfDisposable<T> where T : IDisposable;
        public class OfNew<T> where T : new();
        public class OfUnmanaged<T> where T : unmanaged;
        """;

    private const string Unfinished =
        "partial class Unfinished : System.Exception, System.IDisposable { public void Dispose() { } }";

    [Theory]
    [InlineData("[Task] public void Run(void a) { }")]
    [InlineData("[Task] public void Run(void[] a) { }")]
    [InlineData("[Task] public void Run(List<void> a) { }")]
    [InlineData("[Task] public Task<void> Run() => null!;")]
    [InlineData("[Task] public void Run(Helper a) { }")]
    [InlineData("[Task] public void Run(List<Helper> a) { }")]
    [InlineData("[Task] public Helper Run() => null!;")]
    [InlineData("[Task] public void Run([FromServices] Helper a) { }")]
    [InlineData("[Task] public void Run(params int a) { }")]
    [InlineData("[Task] public void Run(params int[,] a) { }")]
    [InlineData("[Task] public void Run(Nullable<string> a) { }")]
    [InlineData("[Task] public void Run(OfClass<int>[] a) { }")]
    [InlineData("[Task] public void Run(OfStruct<int?> a) { }")]
    [InlineData("[Task] public void Run(OfStruct<string>.Inner a) { }")]
    [InlineData("[Task] public Task<OfException<string>> Run() => null!;")]
    [InlineData("[Task] public void Run([FromServices] OfDisposable<Plain> a) { }")]
    [InlineData("[Task] public void Run(ITaskProgress<OfNew<Plain>> a) { }")]
    [InlineData("[Task] public void Run(OfUnmanaged<string> a) { }")]
    [InlineData("[Task(Retry = 1), RetryOn<string>] public void Run() { }")]
    [InlineData("[Task(Retry = 1), GiveUpOn<Exception[]>] public void Run() { }")]
    [InlineData("[Task(Retry = 1), GiveUpOn<dynamic>] public void Run() { }")]
    [InlineData("public Jobs(OfClass<int> a) => GC.KeepAlive(a); [Task] public void Run() { }")]
    public Task A_type_that_is_not_allowed_here(string members) =>
        GeneratedCodeVerifier.VerifyUserErrorAsync($"public sealed class Jobs {{ {members} }}{Types}");

    [Theory]
    [InlineData("OfClass<string>")]
    [InlineData("OfClass<int[]>")]
    [InlineData("OfStruct<int>")]
    [InlineData("OfStruct<DayOfWeek>.Inner")]
    [InlineData("OfUnmanaged<(int, long)>")]
    [InlineData("OfException<Exception>")]
    [InlineData("OfException<TaskRetryException>")]
    [InlineData("OfDisposable<IDisposable>")]
    [InlineData("OfDisposable<System.IO.MemoryStream>")]
    [InlineData("OfNew<int>")]
    [InlineData("OfNew<Unfinished>")]
    [InlineData("OfDisposable<Unfinished>")]
    [InlineData("OfException<Unfinished>")]
    public Task A_type_that_is_allowed_has_a_client(string type) => GeneratedCodeVerifier.VerifyGeneratedAsync(
        new AnalyzerSetup
        {
            Generators = [new OtherGenerator(late: Unfinished)],
        },
        "public sealed partial class Unfinished;\n"
            + $"public sealed class Jobs {{ [Task] public void Run([FromServices] {type} a) {{ }} }}{Types}");

    [Theory]
    [InlineData("params List<int> a")]
    [InlineData("params IEnumerable<int> a")]
    [InlineData("params System.Collections.Immutable.ImmutableArray<int> a")]
    [InlineData("params int[][] a")]
    public Task A_collection_of_parameters_has_a_client(string parameter) => GeneratedCodeVerifier.VerifyGeneratedAsync(
        new AnalyzerSetup(), $"public sealed class Jobs {{ [Task] public void Run({parameter}) {{ }} }}");
}
