using Generator.Tests.Support;

namespace Generator.Tests.Analyzers;

/// <summary>Types that the serializer cannot write, or does not read back as they were.</summary>
public sealed class TG0101Tests
{
    [Fact]
    public async Task Flags_what_means_something_in_this_process_only()
    {
        var messages = await AnalyzerVerifier.VerifyAsync(
            """
            using System.IO;
            public sealed class Jobs
            {
                [Task] public void A(
                    Action [|TG0101:a|], Func<int, bool>? [|TG0101:b|], Stream [|TG0101:c|], TextReader [|TG0101:d|],
                    MemoryStream[] [|TG0101:e|]) { }
                [Task] public void B(
                    System.Linq.Expressions.Expression<Func<int, bool>> [|TG0101:a|], IQueryable<int> [|TG0101:b|],
                    System.Data.Common.DbConnection [|TG0101:c|]) { }
                [Task] public void C(
                    Task<int> [|TG0101:a|], Type [|TG0101:b|], List<Exception> [|TG0101:c|], SemaphoreSlim [|TG0101:d|],
                    Lazy<int> [|TG0101:e|], System.Data.DataTable [|TG0101:f|]) { }
                [Task] public void D(
                    IEnumerable<KeyValuePair<string, Stream>> [|TG0101:a|], (int, Stream) [|TG0101:b|],
                    Dictionary<string, Task> [|TG0101:c|], TaskHandle<int> [|TG0101:d|]) { }
                [Task] public Task<Stream> [|TG0101:E|]() => null!;
                [Task] public void F(ITaskProgress<Exception> [|TG0101:progress|]) { }
            }
            """);
        Assert.Equal(
            "Parameter 'a' of task 'Jobs.A' cannot be serialized at run time because 'a' is of type 'System.Action', which contains "
                + "code instead of data. Use a value that identifies the operation instead.",
            messages[0]);
        Assert.Contains(
            "'e[]' is of type 'System.IO.MemoryStream', which is usable only in the current process",
            messages[4],
            StringComparison.Ordinal);
        Assert.Contains("'a[].Value' is of type 'System.IO.Stream'", messages[14], StringComparison.Ordinal);
        Assert.StartsWith(
            "The result of task 'Jobs.E' cannot be serialized at run time because 'result' is", messages[18], StringComparison.Ordinal);
        Assert.StartsWith(
            "The detail of progress parameter 'progress' of task 'Jobs.F' cannot be serialized", messages[19], StringComparison.Ordinal);
    }

    [Fact]
    public async Task Flags_what_is_inside_types_of_the_user_and_names_the_path()
    {
        var messages = await AnalyzerVerifier.VerifyAsync(
            """
            using System.Text.Json.Serialization;
            public sealed record Query(string Text, IReadOnlyList<Filter> Filters);
            public sealed record Filter(string Name, Func<string, bool>? Predicate);
            public class Base { public CancellationToken Token { get; set; } }
            public sealed class Derived : Base;
            public sealed class Fields { public Action? Callback; }
            public sealed class Hidden { [JsonInclude] internal nint Handle { get; set; } }
            public sealed class Grid { public int[,] Cells { get; set; } = new int[1, 1]; }
            public sealed class Keys { public Dictionary<(int, int), int> ByPlace { get; set; } = []; }
            public sealed class Computed { public int Number { get; set; } public Action Run => () => { }; }
            [JsonDerivedType(typeof(Circle), "circle")] public abstract class Shape;
            public sealed class Circle : Shape { public Type Kind { get; set; } = typeof(int); }
            public sealed class Jobs
            {
                [Task] public void A(
                    Query [|TG0101:query|], Derived [|TG0101:b|], Fields [|TG0101:c|], Hidden [|TG0101:d|], Grid [|TG0101:e|],
                    Keys [|TG0101:f|], Computed [|TG0101:g|], Shape [|TG0101:h|]) { }
            }
            """);
        Assert.Contains("'query.Filters[].Predicate' is of type 'System.Func<string, bool>'", messages[0], StringComparison.Ordinal);
        Assert.Contains("'b.Token'", messages[1], StringComparison.Ordinal);
        Assert.Contains(
            "'e.Cells' is of type 'int[*,*]', a multidimensional array, which JSON does not support",
            messages[4],
            StringComparison.Ordinal);
        Assert.Contains(
            "'f.ByPlace' is of type 'System.Collections.Generic.Dictionary<(int, int), int>', whose keys are of type '(int, int)'",
            messages[5],
            StringComparison.Ordinal);
        Assert.Contains("'h.Kind'", messages[7], StringComparison.Ordinal);
    }

    [Fact]
    public async Task Says_of_a_service_where_it_belongs()
    {
        var messages = await AnalyzerVerifier.VerifyAsync(
            """
            using Microsoft.Extensions.Logging;
            public sealed class Holder { public ILogger<Holder>? Log { get; set; } }
            public sealed class Jobs
            {
                [Task] public void A(
                    ILogger<Jobs> [|TG0101:log|], System.Net.Http.HttpClient [|TG0101:http|], ITaskClient [|TG0101:client|],
                    Holder [|TG0101:holder|]) { }
            }
            """);
        Assert.All(
            messages.Take(3),
            static message => Assert.EndsWith(
                "which appears to be a service. Mark the parameter with [FromServices], or inject the service into the constructor.",
                message,
                StringComparison.Ordinal));
        Assert.EndsWith(
            "which is a service that exists only in the current process. Use plain data instead.", messages[3], StringComparison.Ordinal);
    }

    /// <summary>By name, and what derives from it: the package is not here.</summary>
    [Fact]
    public Task Flags_a_database_context() => AnalyzerVerifier.VerifyAsync(
        """
        namespace Microsoft.EntityFrameworkCore { public class DbContext; public class DbSet<T> : DbContext; }
        namespace Shop
        {
            public sealed class ShopContext : Microsoft.EntityFrameworkCore.DbContext;
            public sealed class Jobs { [Task] public void A(ShopContext [|TG0101:db|]) { } }
        }
        """);

    [Fact]
    public Task Leaves_what_the_serializer_can_write_or_does_not_look_at() => AnalyzerVerifier.VerifyAsync(
        """
        using System.Text.Json.Serialization;
        public sealed class Order
        {
            public int Id { get; set; }
            public Uri? Link { get; set; }
            public Version? Version { get; set; }
            public Dictionary<Guid, TimeSpan> Times { get; set; } = [];
            public (int X, int Y) Place { get; set; }
            public TaskId Task { get; set; }
            public KeyValuePair<string, int> Pair { get; set; }
            public Tuple<int, string>? Old { get; set; }
            public TaskFailure? Failure { get; set; }
            [JsonIgnore] public Action? Callback { get; set; }
            [JsonConverter(typeof(StreamConverter))] public System.IO.Stream? Data { get; set; }
            public System.IO.TextReader Computed => System.IO.TextReader.Null;
            public Task Completed => Task.CompletedTask;
            public static Action Static => () => { };
            internal Action? Internal { get; set; }
            private readonly SemaphoreSlim _lock = new(1);
            public Action this[int index] => () => { };
            public Action SetOnly { set => _lock.Release(); }
        }
        public sealed class StreamConverter : JsonConverter<System.IO.Stream>
        {
            public override System.IO.Stream? Read(
                ref System.Text.Json.Utf8JsonReader reader, Type type, System.Text.Json.JsonSerializerOptions options) => null;
            public override void Write(
                System.Text.Json.Utf8JsonWriter writer, System.IO.Stream value, System.Text.Json.JsonSerializerOptions options) { }
        }
        [JsonConverter(typeof(StreamConverter))] public sealed class Own { public Action? A { get; set; } }
        public sealed class Numbers : List<int> { public Action? A { get; set; } }
        public sealed class Jobs
        {
            [Task] public Task<Order> A(
                Order order, Own own, Numbers numbers, CancellationToken token, TaskContext context, ITaskProgress progress,
                [FromServices] System.IO.Stream stream, Int128 big) => null!;
            [Task] public Task B() => Task.CompletedTask;
            [Task] public ValueTask<int> C() => default;
            public void D(Action notATask) { }
        }
        """);

    [Fact]
    public Task Leaves_types_without_end_alone() => AnalyzerVerifier.VerifyAsync(
        """
        public sealed class Growing<T> { public Growing<List<T>>? A { get; set; } public Growing<T[]>? B { get; set; } }
        public sealed class Node { public Node? Next { get; set; } public List<Node> Children { get; set; } = []; }
        public sealed class Jobs { [Task] public void A(Growing<int> a, Node b) { } }
        """);

    [Fact]
    public Task Says_nothing_without_the_library() => AnalyzerVerifier.VerifyWithoutLibraryAsync(
        "public sealed class C { [Task] public void A(System.Action a) { } }");
}
