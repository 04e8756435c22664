using Generator.Tests.Support;

namespace Generator.Tests.Emission;

/// <summary>Parameters and results of every kind: each program compiles without a warning, and runs.</summary>
public sealed class AwkwardParameterTests
{
    [Fact]
    public Task Tasks_that_may_be_null() => LoadedProgram.RunAsync(
        """
        public sealed class Jobs { [Task] public Task<int>? A() => Task.FromResult(1); [Task] public Task? B() => Task.CompletedTask; }
        """,
        """
                Check(await (await client.Jobs.A.DelayAsync()).GetAsync() == 1);
                await (await client.Jobs.B.DelayAsync()).GetAsync();
        """);

    [Fact]
    public Task Services_that_are_values_which_may_be_missing() => LoadedProgram.RunAsync(
        """
        public sealed class Jobs(int? size) { [Task] public bool A([FromServices] DateTime? now) => size is null && now is null; }
        """,
        "Check(await (await client.Jobs.A.DelayAsync()).GetAsync());");

    [Fact]
    public Task No_parameters_and_twenty() => LoadedProgram.RunAsync(
        $$"""
        public sealed class Jobs
        {
            [Task] public int None() => 0;
            [Task] public int Many({{string.Join(", ", Enumerable.Range(1, 20).Select(static n => $"int p{n}"))}}) =>
                {{string.Join(" + ", Enumerable.Range(1, 20).Select(static n => $"p{n}"))}};
        }
        """,
        """
                Check(await (await client.Jobs.None.DelayAsync()).GetAsync() == 0);
                var many = await client.Jobs.Many.DelayAsync(1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20);
                Check(await many.GetAsync() == 210);
        """);

    [Fact]
    public Task Nullable_references_and_values() => LoadedProgram.RunAsync(
        """
        public sealed record Thing(int X);
        public sealed class Jobs
        {
            [Task] public string? Echo(string? text, int? number, Thing? thing, string?[] texts, List<string?>? list, Thing plain) =>
                text ?? number?.ToString() ?? thing?.ToString();
            [Task] public Task<string?> Nothing() => Task.FromResult<string?>(null);
        }
        """,
        """
                Check(await (await client.Jobs.Echo.DelayAsync(null, null, null, [null, "a"], [null], new(1))).GetAsync() is null);
                Check(await (await client.Jobs.Echo.DelayAsync("a", 1, new(1), [], null, new(1))).GetAsync() == "a");
                Check(await (await client.Jobs.Nothing.DelayAsync()).GetAsync() is null);
        """);

    [Fact]
    public Task Code_that_says_nothing_about_null() => LoadedProgram.RunAsync(
        """
        #nullable disable
        public sealed class Oblivious
        {
            public Oblivious(ITaskClient client = null) { }
            [Task] public string Echo(string text, string[] texts, List<string> list, Dictionary<string, string> map, string last = null) =>
                text + texts?.Length + list?.Count + map?.Count + last;
            [Task] public static Task<string[]> Later(Uri uri = null) => Task.FromResult(new[] { uri?.ToString() });
        }
        #nullable enable
        """,
        """
                Check(await (await client.Oblivious.Echo.DelayAsync(null, null, [null], new() { ["a"] = "b" })).GetAsync() == "11");
                Check((await (await client.Oblivious.Later.DelayAsync()).GetAsync())![0] is null);
        """);

    [Fact]
    public async Task Defaults_of_every_kind()
    {
        var client = await LoadedProgram.RunAsync(
            """"
            public enum Color : byte { Red, Green = 200 }
            public enum Signed : long { Low = long.MinValue }
            public readonly record struct Point(int X, int Y);
            public sealed class Jobs
            {
                [Task(Idempotent = true)] public string All(
                    bool a = true, byte b = 255, sbyte c = -128, short d = -1, ushort e = 65535, int f = int.MinValue,
                    uint g = uint.MaxValue, long h = long.MinValue, ulong i = ulong.MaxValue, float j = 1.5F, double k = -0.0,
                    decimal l = 1.10M, char m = '\'', string n = "a\"\\\n\u0001é\u2028", string? o = null, Color p = Color.Green,
                    Signed q = Signed.Low, Color? r = Color.Red, int? s = null, int? t = 5, Point u = default, Guid v = default,
                    DateTime w = default, string x = null!, const_ y = default, double z = 1e300) =>
                    FormattableString.Invariant($"{a}{b}{c}{d}{e}{f}{g}{h}{i}{j}{k}{l}{m}{n}{o}{p}{q}{r}{s}{t}{u}{v}{w:O}{x}{y}{z}");
            }
            public struct const_ : IEquatable<const_>
            {
                public readonly bool Equals(const_ other) => true;
                public override readonly bool Equals(object? other) => other is const_;
                public override readonly int GetHashCode() => 0;
                public override readonly string ToString() => "c";
            }
            """",
            """
                    Check(await (await client.Jobs.All.DelayAsync()).GetAsync() == new Jobs().All());
                    Check(new JobsClient.AllTask.Args() == new JobsClient.AllTask.Args(true));
                    Check(new JobsClient.AllTask.Args().N == "a\"\\\n\u0001é\u2028" && new JobsClient.AllTask.Args().P == Color.Green);
            """);
        Assert.Equal("{}", client.Enqueued[0].Key);
    }

    [Fact]
    public Task Params_stand_last_and_the_token_has_an_overload() => LoadedProgram.RunAsync(
        """
        public sealed class Jobs
        {
            [Task] public int Sum(string name, params int[] numbers) => name.Length + numbers.Sum();
            [Task] public int Count(int start = 1, params IEnumerable<string> texts) => start + texts.Count();
        }
        """,
        """
                Check(await (await client.Jobs.Sum.DelayAsync("abc")).GetAsync() == 3);
                Check(await (await client.Jobs.Sum.DelayAsync("abc", 1, 2)).GetAsync() == 6);
                Check(await (await client.Jobs.Sum.DelayAsync("abc", [1, 2, 3], CancellationToken.None)).GetAsync() == 9);
                Check(await (await client.Jobs.Count.DelayAsync(2, "a", "b")).GetAsync() == 4);
                Check((await client.Jobs.Sum.DelayManyAsync([1, 2], n => new("x", n, n))).Count == 2);
        """);

    [Fact]
    public async Task Tuples_travel_element_by_element()
    {
        var client = await LoadedProgram.RunAsync(
            """
            public sealed class Jobs
            {
                [Task] public (int Sum, string? Text) Flip(
                    (int A, (string? B, Guid C) Inner) pair, (int, int)[] pairs, List<(string Name, int[] Values)> rows,
                    (int X, int Y)? maybe) =>
                    (pair.A + pairs.Sum(p => p.Item1 * p.Item2) + rows.Sum(r => r.Values.Length) + (maybe?.X ?? 0), pair.Inner.B);
                [Task]
                public static int Long((int, int, int, int, int, int, int, int, int I) nine, ValueTuple<int> one) => nine.I + one.Item1;
            }
            """,
            """
                    Check(await (await client.Jobs.Flip.DelayAsync((1, (null, Guid.Empty)), [(2, 3)], [("r", [1, 2])], null)).GetAsync()
                        == (9, null));
                    Check(await (await client.Jobs.Flip.DelayAsync((1, ("b", Guid.Empty)), [], [], (5, 6))).GetAsync() == (6, "b"));
                    Check(await (await client.Jobs.Long.DelayAsync((1, 2, 3, 4, 5, 6, 7, 8, 9), new(3))).GetAsync() == 12);
            """);
        Assert.Equal(
            """{"pair":[1,[null,"00000000-0000-0000-0000-000000000000"]],"pairs":[[2,3]],"rows":[["r",[1,2]]],"maybe":null}""",
            client.Enqueued[0].Json);
        Assert.Equal("""{"nine":[1,2,3,4,5,6,7,8,9],"one":[3]}""", client.Enqueued[2].Json);
    }
}
