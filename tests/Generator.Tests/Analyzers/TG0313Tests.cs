using Generator.Tests.Support;

namespace Generator.Tests.Analyzers;

/// <summary>Results that are evaluated after what they need is gone.</summary>
public sealed class TG0313Tests
{
    private const string Declarations =
        """
        public sealed class Store : IDisposable
        {
            public IQueryable<int> Rows => Enumerable.Range(0, 3).AsQueryable();
            public IQueryable<T> Set<T>() => Enumerable.Empty<T>().AsQueryable();
            public IReadOnlyList<int> Names => [1];
            public int Count => 1;
            public int Load(int id) => id;
            public IEnumerable<int> Read() { yield return 1; }
            public List<int> LoadAll() => [1];
            public void Dispose() { }
        }
        public sealed record Page(string Title, IEnumerable<int> Items) { public IEnumerable<int>? More { get; init; } }
        public sealed class Repository(Store store) { public int Find(int id) => store.Load(id); }
        public sealed class Summary { public Summary(Store store) => Sum = store.Count; public int Sum { get; } }

        """;

    [Fact]
    public async Task Flags_a_query_on_what_is_disposed_of_when_the_method_returns()
    {
        var messages = await AnalyzerVerifier.VerifyAsync(Program(
            ("IEnumerable<int>", "using var store = new Store(); return [|TG0313:store.Rows.Where(x => x > 0)|];"),
            ("IEnumerable<int>", "using (var store = new Store()) { return [|TG0313:ids.Select(id => store.Load(id))|]; }"),
            ("IEnumerable<int>", "using var store = new Store(); return [|TG0313:from id in ids where id > 0 select store.Load(id)|];"),
            ("IQueryable<int>", "using var store = new Store(); return [|TG0313:store.Rows|];"),
            ("object", "using var store = new Store(); return [|TG0313:store.Set<int>().OrderBy(x => x).Take(store.Count)|];"),
            ("IEnumerable<int>", "using var store = new Store(); return [|TG0313:ids.Select(store.Load)|];"),
            ("IEnumerable<int>", "using var store = new Store(); return [|TG0313:store.Read().Concat(ids)|];"),
            ("IEnumerable<int>", "using var store = new Store(); return [|TG0313:ids.Concat(store.Rows)|];"),
            ("IEnumerable<int>", "var store = new Store(); try { return [|TG0313:store.Rows.Skip(1)|]; } finally { store?.Dispose(); }"),
            ("IEnumerable<int>", "var store = new Store(); using (store) { return [|TG0313:store.Read()|]; }"),
            ("IEnumerable<int>", "using var store = new Store(); var rows = store.Rows; return [|TG0313:ids.Where(id => rows.Any())|];"),
            ("IEnumerable<int>", "using var store = new Store(); var all = new Repository(store); return [|TG0313:ids.Select(all.Find)|];"),
            (
                "IEnumerable<int>",
                "using var store = new Store(); Func<int, int> load = x => store.Load(x); return [|TG0313:ids.Select(load)|];"),
            (
                "IEnumerable<int>",
                "using var store = new Store(); var rows = store.Rows; if (flag) { rows = rows.Where(x => x > 1); } "
                    + "return [|TG0313:rows|];")));
        Assert.Equal(
            "The sequence that task 'Jobs.Run0' returns may fail because it is evaluated only after 'store' is disposed. "
                + "Return a list instead, for example with ToList().",
            messages[0]);
    }

    [Fact]
    public Task Flags_a_query_inside_the_result() => AnalyzerVerifier.VerifyAsync(Program(
        ("Page", "using var store = new Store(); return new Page(\"a\", [|TG0313:store.Rows.Where(x => x > 0)|]);"),
        ("Page", "using var store = new Store(); return new Page(\"a\", ids) { More = [|TG0313:ids.Select(store.Load)|] };"),
        ("Page", "using var store = new Store(); var page = new Page(\"a\", [|TG0313:store.Rows|]); return page;"),
        ("Page", "using var store = new Store(); return new Page(\"a\", ids) with { More = [|TG0313:store.Read()|] };"),
        ("(int, IEnumerable<int>)", "using var store = new Store(); return (store.Count, [|TG0313:store.Rows.Skip(1)|]);"),
        ("object", "using var store = new Store(); return new { store.Count, Rows = [|TG0313:store.Rows.Skip(1)|] };"),
        ("IEnumerable<int>?", "using var store = new Store(); return flag ? [|TG0313:store.Rows.Skip(1)|] : null;"),
        (
            "IEnumerable<int>",
            "using var store = new Store(); return flag switch { true => [|TG0313:store.Read()|], _ => [|TG0313:store.Rows|] };"),
        ("IEnumerable<int>", "using var store = new Store(); return kept ?? [|TG0313:store.Rows.Skip(1)|];"),
        (
            "Task<IEnumerable<int>>",
            "using var store = new Store(); return Task.FromResult<IEnumerable<int>>([|TG0313:store.Rows.Skip(1)|]);"),
        ("ValueTask<IEnumerable<int>>", "using var store = new Store(); return new([|TG0313:store.Rows.Skip(1)|]);"),
        (
            "async Task<IEnumerable<int>>",
            "await using var scope = new Scope(); await Task.Yield(); return [|TG0313:ids.Select(scope.Load)|];"),
        (
            "async Task<IEnumerable<int>>",
            "await using (var scope = new Scope()) { await Task.Yield(); return [|TG0313:ids.Select(id => scope.Load(id))|]; }"),
        ("async Task<IEnumerable<int>>", "using var store = new Store(); return await Task.FromResult([|TG0313:store.Rows.Skip(1)|]);")));

    [Fact]
    public Task Flags_a_sequence_that_a_method_of_the_file_makes() => AnalyzerVerifier.VerifyAsync(Program(
        ("IEnumerable<int>", "using var store = new Store(); return [|TG0313:ReadAll(store)|];"),
        ("IEnumerable<int>", "using var store = new Store(); return [|TG0313:Filter(store)|];"),
        ("IEnumerable<int>", "using var store = new Store(); return [|TG0313:ReadAll(store).Where(x => x > 0)|];"),
        (
            "IEnumerable<int>",
            "using var store = new Store(); return [|TG0313:All()|]; IEnumerable<int> All() { yield return store.Count; }"),
        (
            "IEnumerable<int>",
            "using var store = new Store(); return [|TG0313:ids.Select(Get)|]; int Get(int id) => id > 0 ? Get(id - 1) : store.Load(id);"),
        (
            "IEnumerable<int>",
            "using var store = new Store(); return ids.Select(Next); int Next(int id) => id > 9 ? id : Next(id + Next(id));"),
        ("IEnumerable<int>", "return [|TG0313:Open()|];"),
        ("async Task<IEnumerable<int>>", "using var store = new Store(); return await [|TG0313:FilterAsync(store)|];")));

    [Fact]
    public async Task Flags_a_view_of_what_is_disposed_of()
    {
        var messages = await AnalyzerVerifier.VerifyAsync(Program(
            ("JsonElement", "using var json = JsonDocument.Parse(\"[]\"); return [|TG0313:json.RootElement|];"),
            (
                "JsonElement",
                "using var json = JsonDocument.Parse(\"{}\"); var root = json.RootElement; return [|TG0313:root.GetProperty(\"a\")|];"),
            (
                "IEnumerable<int>",
                "using var json = JsonDocument.Parse(\"[]\"); "
                    + "return [|TG0313:json.RootElement.EnumerateArray().Select(x => x.GetInt32())|];"),
            ("JsonDocument", "using var json = JsonDocument.Parse(\"[]\"); return [|TG0313:json|];"),
            ("Memory<byte>", "using var owner = System.Buffers.MemoryPool<byte>.Shared.Rent(8); return [|TG0313:owner.Memory[..8]|];"),
            (
                "IEnumerable<int>",
                "using var scope = services.CreateScope(); var all = scope.ServiceProvider.GetRequiredService<Repository>(); "
                    + "return [|TG0313:ids.Select(id => all.Find(id))|];")));
        Assert.Equal(
            "The value that task 'Jobs.Run0' returns may fail because it is serialized only after 'json' is disposed. "
                + "Return a copy that does not need 'json' instead.",
            messages[0]);
    }

    [Fact]
    public async Task Flags_work_that_never_runs_because_the_result_is_ignored()
    {
        var messages = await AnalyzerVerifier.VerifyAsync(
            """
            public sealed class Jobs
            {
                [Task(IgnoreResult = true)] public IEnumerable<int> A(int[] ids) => [|TG0313:ids.Select(Send)|];
                [Task(IgnoreResult = true)] public object [|TG0103:B|](int[] ids)
                {
                    var sent = ids.Where(id => Send(id) > 0);
                    return [|TG0313:sent|];
                }
                [Task(IgnoreResult = true)] public IEnumerable<int> C(int[] ids) => [|TG0313:SendAll(ids)|];
                [Task(IgnoreResult = true)] public IEnumerable<int> D(int[] ids) => ids.Select(Send).ToList();
                [Task(IgnoreResult = true)] public IEnumerable<int> E() => Enumerable.Empty<int>();
                [Task(IgnoreResult = true)] public IEnumerable<int> F(int[] ids) => ids;
                private static int Send(int id) => id;
                private static IEnumerable<int> SendAll(int[] ids) { foreach (var id in ids) { yield return Send(id); } }
            }
            """);
        Assert.Equal(
            "The sequence that task 'Jobs.A' returns may never be evaluated because IgnoreResult discards the result. "
                + "Return a list instead, for example with ToList().",
            messages[0]);
    }

    /// <summary>The result is written before the instance of the class and the services are disposed of.</summary>
    [Fact]
    public Task Leaves_queries_that_need_the_instance_the_services_or_nothing() => AnalyzerVerifier.VerifyAsync(
        Declarations +
        """
        public sealed class Jobs(Store store) : IDisposable
        {
            private readonly Store _own = new();
            [Task] public IEnumerable<int> A() => store.Rows.Where(x => x > 0);
            [Task] public IEnumerable<int> B(int[] ids) => ids.Select(id => _own.Load(id));
            [Task] public IEnumerable<int> C([FromServices] Store injected) => injected.Rows;
            [Task] public IEnumerable<int> D(int[] ids)
            {
                using var other = new Store();
                var count = other.Count;
                return ids.Select(id => id + count);
            }
            [Task] public Page E() => new("a", Read());
            public void Dispose() => _own.Dispose();
            private IEnumerable<int> Read() { using var other = new Store(); yield return other.Count; yield return _own.Count; }
        }
        """);

    [Fact]
    public Task Leaves_what_is_evaluated_before_the_method_returns() => AnalyzerVerifier.VerifyAsync(Program(
        ("IEnumerable<int>", "using var store = new Store(); return store.Rows.Where(x => x > 0).ToList();"),
        ("IEnumerable<int>", "using var store = new Store(); return [.. store.Rows.Where(x => x > 0)];"),
        ("IEnumerable<int>", "using var store = new Store(); return new List<int>(store.Rows);"),
        ("IEnumerable<int>", "using var store = new Store(); return store.LoadAll();"),
        ("IEnumerable<int>", "using var store = new Store(); return store.LoadAll().Where(x => x > 0);"),
        ("IEnumerable<int>", "using var store = new Store(); return store.Names.Select(x => x + 1);"),
        ("IEnumerable<int>", "using var store = new Store(); var rows = store.Rows.ToArray(); return rows.Where(x => x > 0);"),
        ("IEnumerable<int>", "using var store = new Store(); IEnumerable<int> rows = store.Rows; rows = rows.ToList(); return rows;"),
        ("IEnumerable<int>", "using var store = new Store(); var copy = new List<int>(store.Rows); return copy.Select(x => x + 1);"),
        ("IEnumerable<int>", "using var store = new Store(); var n = store.Count; return ids.Select(x => x + n);"),
        ("IEnumerable<int>", "using var store = new Store(); var s = new Summary(store); return ids.Select(x => x + s.Sum);"),
        ("IEnumerable<int>", "using var store = new Store(); return ids.Take(store.Count);"),
        ("IEnumerable<int>", "List<int> rows; using (var store = new Store()) { rows = store.LoadAll(); } return rows.Where(x => x > 0);"),
        ("Page", "using var store = new Store(); return new Page(store.Count.ToString(), store.Rows.ToArray());"),
        ("int", "using var store = new Store(); return store.Rows.Where(x => x > 0).Sum();"),
        ("string", "using var store = new Store(); return string.Join(',', ids.Select(store.Load));"),
        ("int[]", "using var store = new Store(); return ids.Select(store.Load).ToArray();"),
        (
            "async Task<IEnumerable<int>>",
            "using var store = new Store(); "
                + "return await Task.WhenAll(ids.Select(async x => { await Task.Yield(); return store.Load(x); }));"),
        (
            "IEnumerable<int>",
            "Func<IEnumerable<int>> all = () => { using var store = new Store(); return store.Rows; }; return all().ToList();"),
        ("JsonElement", "using var json = JsonDocument.Parse(\"[]\"); return json.RootElement.Clone();"),
        ("JsonElement", "var json = JsonDocument.Parse(\"[]\"); return json.RootElement;"),
        ("int", "using var json = JsonDocument.Parse(\"[]\"); return json.RootElement.GetArrayLength();"),
        (
            "IEnumerable<int>",
            "using var json = JsonDocument.Parse(\"[]\"); return json.RootElement.Deserialize<List<int>>()!.Where(x => x > 0);"),
        ("Memory<byte>", "using var owner = System.Buffers.MemoryPool<byte>.Shared.Rent(8); return owner.Memory.ToArray();")));

    [Fact]
    public Task Says_nothing_without_the_library() => AnalyzerVerifier.VerifyWithoutLibraryAsync(
        """
        using System.Collections.Generic; using System.IO; using System.Linq;
        public sealed class C
        {
            [Task] public IEnumerable<int> A(int[] ids)
            {
                using var stream = new MemoryStream();
                return ids.Select(x => stream.ReadByte());
            }
        }
        """);

    private static string Program(params (string Result, string Body)[] methods) =>
        $$"""
        using System.Text.Json;
        using Microsoft.Extensions.DependencyInjection;
        {{Declarations}}
        public sealed class Scope : IAsyncDisposable { public int Load(int id) => id; public ValueTask DisposeAsync() => default; }
        public sealed class Jobs(IServiceProvider services)
        {
            public object All => services;
        {{string.Concat(methods.Select(Method))}}
            private static IEnumerable<int> ReadAll(Store store) { yield return store.Count; }
            private static IEnumerable<int> Filter(Store store) => store.Rows.Where(x => x > 0);
            private static async Task<IEnumerable<int>> FilterAsync(Store store)
            {
                await Task.Yield();
                return store.Rows.Where(x => x > 0);
            }
            private static IEnumerable<int> Open() { using var store = new Store(); return store.Rows.Where(x => x > 0); }
        }
        """;

    private static string Method((string Result, string Body) method, int index)
    {
        // These types of results have warnings of their own.
        var name = method.Result switch
        {
            "object" => $"[|TG0103:Run{index}|]",
            "IQueryable<int>" => $"[|TG0101:Run{index}|]",
            "Memory<byte>" => $"[|TG0105:Run{index}|]",
            _ => $"Run{index}",
        };
        return $"    [Task] public {method.Result} {name}(int[] ids, bool flag, int[]? kept) {{ {method.Body} }}\n";
    }
}
