using System.Buffers;
using System.Text;
using Generator.Tests.Support;
using TaskGen;
using TaskGen.CompilerServices;
using TaskGen.Dispatch;
using TaskGen.Serialization;

namespace Generator.Tests.Analyzers;

/// <summary>Idempotent tasks whose equal arguments have different keys.</summary>
public sealed class TG0107Tests
{
    [Fact]
    public async Task Flags_sets_of_an_idempotent_task()
    {
        var messages = await AnalyzerVerifier.VerifyAsync(
            """
            using System.Collections.Immutable;
            public sealed class Tags : HashSet<string>;
            public sealed record Query(string Text, ISet<string> Fields);
            public sealed class Jobs
            {
                [Task(Idempotent = true)]
                public void A(
                    HashSet<int> [|TG0107:a|], ISet<int> [|TG0107:b|], Query [|TG0107:query|], ImmutableHashSet<int> [|TG0107:d|],
                    Tags [|TG0107:e|], List<HashSet<int>> [|TG0107:f|]) { }
            }
            """);
        Assert.Equal(
            "Parameter 'query' of idempotent task 'Jobs.A' may cause equal dispatches to run twice because the idempotency key depends on "
                + "the order of the elements in 'query.Fields' (type 'System.Collections.Generic.ISet<string>'). "
                + "Use a sorted array or set, or set EnqueueOptions.IdempotencyKey.",
            messages[2]);
    }

    [Fact]
    public void What_it_says_is_true()
    {
        Assert.True(new HashSet<int> { 1, 2 }.SetEquals(new HashSet<int> { 2, 1 }));
        Assert.NotEqual(KeyOf(new HashSet<int> { 1, 2 }), KeyOf(new HashSet<int> { 2, 1 }));
        Assert.Equal(KeyOf(new SortedSet<int> { 1, 2 }), KeyOf(new SortedSet<int> { 2, 1 }));
        Assert.Equal(
            KeyOf(new Dictionary<string, int> { ["a"] = 1, ["b"] = 2 }), KeyOf(new Dictionary<string, int> { ["b"] = 2, ["a"] = 1 }));
    }

    [Fact]
    public Task Leaves_what_has_an_order_and_tasks_without_a_key() => AnalyzerVerifier.VerifyAsync(
        """
        using System.Text.Json.Serialization;
        public sealed class Query
        {
            public SortedSet<string> Fields { get; set; } = [];
            [JsonIgnore] public HashSet<string> Ignored { get; set; } = [];
        }
        public sealed class Jobs
        {
            [Task(Idempotent = true)]
            public Task<HashSet<int>> A(
                Dictionary<string, int> a, SortedSet<int> b, int[] c, IReadOnlyList<int> d, Query e, DateTimeOffset f, decimal g,
                [FromServices] HashSet<int> [|TG0023:h|]) => null!;
            [Task] public void B(HashSet<int> a, Dictionary<string, HashSet<int>> b) { }
        }
        """);

    [Fact]
    public Task Says_nothing_without_the_library() => AnalyzerVerifier.VerifyWithoutLibraryAsync(
        "public sealed class C { [Task(Idempotent = true)] public void A(System.Collections.Generic.HashSet<int> a) { } }");

    private static string KeyOf<T>(T value)
    {
        var buffer = new ArrayBufferWriter<byte>();
        using (var writer = new System.Text.Json.Utf8JsonWriter(buffer))
        {
            writer.WriteStartObject();
            new PayloadParameter<T>("x", PayloadValue.Json<T>()).Write(writer, value, TaskJson.Create(new TaskJsonOptions(), []));
            writer.WriteEndObject();
        }

        return IdempotencyKeys.FromArguments("t", Encoding.UTF8.GetBytes(Encoding.UTF8.GetString(buffer.WrittenSpan)));
    }
}
