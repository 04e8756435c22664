using Generator.Tests.Support;

namespace Generator.Tests.Emission;

/// <summary>Declarations that generated code has to take care of: each compiles without a warning, and runs.</summary>
public sealed class AwkwardDeclarationTests
{
    [Fact]
    public Task Keywords_as_names() => RunAsync(
        """
        namespace @namespace.@event
        {
            public sealed class @class
            {
                [Task] public int @int(int @in, string @string, bool @await, int type, int value, int field, int record) => @in + type + value + field + record;
                [Task] public static string @await(string @params) => @params;
                [Task] public void @record() { }
            }
        }
        """,
        """
                var tasks = new @namespace.@event.classClient(client);
                Check(await (await tasks.@int.DelayAsync(1, "", true, 2, 3, 4, 5)).GetAsync() == 15);
                Check(await (await tasks.@await.DelayAsync("x")).GetAsync() == "x");
                await (await tasks.record.DelayAsync()).GetAsync();
        """);

    [Fact]
    public Task Namespaces_that_hide_those_of_the_framework_and_the_library() => RunAsync(
        """
        namespace Shop.System.TaskGen.Task
        {
            public sealed class Text { }
            public sealed class Jobs { [global::TaskGen.Task] public int Double(int number) => number * 2; }
        }
        """,
        "Check(await (await new Shop.System.TaskGen.Task.JobsClient(client).Double.DelayAsync(4)).GetAsync() == 8);");

    [Fact]
    public Task A_class_of_one_s_own_that_extends_the_client() => RunAsync(
        """
        namespace Shop
        {
            public sealed class Mail { [Task] public int Send(int a) => a; }
            public static class MailClientExtensions { public static int Twice(this MailClient client) => client is null ? 0 : 2; }
        }
        """,
        """
                var mail = new Shop.MailClient(client);
                Check(await (await mail.Send.DelayAsync(Shop.MailClientExtensions.Twice(mail))).GetAsync() == 2);
        """);

    [Fact]
    public Task Obsolete_with_an_id_of_its_own() => RunAsync(
        """
        [Obsolete("gone", DiagnosticId = "SHOP001")] public sealed record Old(int A);
        public sealed class Jobs
        {
        #pragma warning disable SHOP001
            [Task] public int A(Old old) => old.A;
        #pragma warning restore SHOP001
            [Obsolete("gone", DiagnosticId = "SHOP002")] [Task] public int B() => 2;
        }
        """,
        """
        #pragma warning disable SHOP001, SHOP002, CS0618
                Check(await (await client.Jobs.A.DelayAsync(new Old(1))).GetAsync() == 1);
                Check(await (await client.Jobs.B.DelayAsync()).GetAsync() == 2);
        """);

    [Fact]
    public void Types_of_an_experimental_assembly()
    {
        var library = RegistryTests.Library(
            "Lab", """[assembly: System.Diagnostics.CodeAnalysis.Experimental("LAB1")] namespace Lab { public sealed class Sample { public int A { get; set; } } }""");
        GeneratorHarness.GenerateStrictly(GeneratorHarness.Compile(
            """
            #pragma warning disable LAB1
            public sealed class Jobs { [Task] public void A(Lab.Sample sample) { } }
            """).AddReferences(library));
    }

    [Fact]
    public Task Tasks_that_may_be_null() => RunAsync(
        """
        public sealed class Jobs { [Task] public Task<int>? A() => Task.FromResult(1); [Task] public Task? B() => Task.CompletedTask; }
        """,
        """
                Check(await (await client.Jobs.A.DelayAsync()).GetAsync() == 1);
                await (await client.Jobs.B.DelayAsync()).GetAsync();
        """);

    [Fact]
    public Task Services_that_are_values_which_may_be_missing() => RunAsync(
        """
        public sealed class Jobs(int? size) { [Task] public bool A([FromServices] DateTime? now) => size is null && now is null; }
        """,
        "Check(await (await client.Jobs.A.DelayAsync()).GetAsync());");

    [Fact]
    public void What_does_not_comply_with_the_CLS() => GeneratorHarness.GenerateStrictly(GeneratorHarness.Compile(
        """
        [assembly: CLSCompliant(true)]
        #pragma warning disable CS3001, CS3002
        public sealed class Jobs { [Task] public uint A(ulong a) => (uint)a; }
        """));

    [Fact]
    public Task A_task_called_Finalize() => RunAsync(
        "public sealed class Jobs { [Task] public bool Finalize(bool finalize) => finalize; }",
        "Check(await (await new JobsClient(client).Finalize.DelayAsync(true)).GetAsync());");

    [Fact]
    public async Task Nested_static_and_internal_classes_and_the_global_namespace()
    {
        var client = await RunAsync(
            """
            public static class Outer
            {
                public class Middle
                {
                    internal static class Inner { [Task] public static int AddAsync(int a, int b) => a + b; }
                }
            }

            internal sealed class Hidden { [Task] internal int Answer() => 42; }

            public class Mixed
            {
                [Task] public int Seen() => 1;
                [Task] internal int Unseen() => 2;
                [Task] protected internal int AlsoUnseen() => 3;
            }
            """,
            """
                    Check(await (await client.OuterMiddleInner.Add.DelayAsync(1, 2)).GetAsync() == 3);
                    Check(await (await client.Hidden.Answer.DelayAsync()).GetAsync() == 42);
                    Check(await (await client.Mixed.Unseen.DelayAsync()).GetAsync() == 2);
                    Check(await (await client.Mixed.AlsoUnseen.DelayAsync()).GetAsync() == 3);
                    Check(typeof(MixedClient).IsPublic && typeof(MixedClient.SeenTask).IsNestedPublic && !typeof(MixedClient.UnseenTask).IsNestedPublic && !typeof(HiddenClient).IsPublic);
            """);
        Assert.Equal("Outer.Middle.Inner.Add", client.Enqueued[0].Name);
    }

    [Fact]
    public Task Two_classes_with_a_method_of_one_name_and_a_group() => RunAsync(
        """
        namespace Shop
        {
            public sealed class Mail { [Task] public string Send(string to) => "mail " + to; }
            [TaskGroup("Messages")] public sealed class Sms { [Task] public string Send(string to) => "sms " + to; }
            public sealed class SendTask { }
        }
        namespace Elsewhere
        {
            using Shop;
            public static class Caller
            {
                public static async Task<string> Call(ITaskClient client) =>
                    await (await client.Mail.Send.DelayAsync("a")).GetAsync() + await (await client.Messages.Send.DelayAsync("b")).GetAsync();
            }
        }
        """,
        """
                Check(await Elsewhere.Caller.Call(client) == "mail asms b");
                Check(new Shop.MessagesClient(client) is not null);
        """);

    [Fact]
    public Task Two_imported_namespaces_with_a_class_of_one_name() => RunAsync(
        """
        namespace First { public sealed class Jobs { [Task(Name = "first")] public int Run() => 1; } }
        namespace Second { [TaskGroup("Others")] public sealed class Jobs { [Task(Name = "second")] public int Run() => 2; } }
        namespace Elsewhere
        {
            using First;
            using Second;
            public static class Caller
            {
                public static async Task<int> Call(ITaskClient client, JobsClient jobs, OthersClient others) =>
                    await (await client.Jobs.Run.DelayAsync()).GetAsync() + await (await client.Others.Run.DelayAsync()).GetAsync()
                    + await (await jobs.Run.DelayAsync()).GetAsync() + await (await others.Run.DelayAsync()).GetAsync();
            }
        }
        """,
        "Check(await Elsewhere.Caller.Call(client, new(client), new(client)) == 6);");

    [Fact]
    public Task No_parameters_and_twenty() => RunAsync(
        $"public sealed class Jobs {{ [Task] public int None() => 0; [Task] public int Many({string.Join(", ", Enumerable.Range(1, 20).Select(static n => $"int p{n}"))}) => {string.Join(" + ", Enumerable.Range(1, 20).Select(static n => $"p{n}"))}; }}",
        """
                Check(await (await client.Jobs.None.DelayAsync()).GetAsync() == 0);
                Check(await (await client.Jobs.Many.DelayAsync(1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20)).GetAsync() == 210);
        """);

    [Fact]
    public Task Nullable_references_and_values() => RunAsync(
        """
        public sealed record Thing(int X);
        public sealed class Jobs
        {
            [Task] public string? Echo(string? text, int? number, Thing? thing, string?[] texts, List<string?>? list, Thing plain) => text ?? number?.ToString() ?? thing?.ToString();
            [Task] public Task<string?> Nothing() => Task.FromResult<string?>(null);
        }
        """,
        """
                Check(await (await client.Jobs.Echo.DelayAsync(null, null, null, [null, "a"], [null], new(1))).GetAsync() is null);
                Check(await (await client.Jobs.Echo.DelayAsync("a", 1, new(1), [], null, new(1))).GetAsync() == "a");
                Check(await (await client.Jobs.Nothing.DelayAsync()).GetAsync() is null);
        """);

    [Fact]
    public Task Code_that_says_nothing_about_null() => RunAsync(
        """
        #nullable disable
        public sealed class Oblivious
        {
            public Oblivious(ITaskClient client = null) { }
            [Task] public string Echo(string text, string[] texts, List<string> list, Dictionary<string, string> map, string last = null) => text + texts?.Length + list?.Count + map?.Count + last;
            [Task] public static Task<string[]> Later(Uri uri = null) => Task.FromResult(new[] { uri?.ToString() });
        }
        #nullable enable
        """,
        """
                Check(await (await client.Oblivious.Echo.DelayAsync(null, null, [null], new() { ["a"] = "b" })).GetAsync() == "11");
                Check((await (await client.Oblivious.Later.DelayAsync()).GetAsync())![0] is null);
        """);

    [Fact]
    public Task Defaults_of_every_kind() => RunAsync(
        """"
        public enum Color : byte { Red, Green = 200 }
        public enum Signed : long { Low = long.MinValue }
        public readonly record struct Point(int X, int Y);
        public sealed class Jobs
        {
            [Task(Idempotent = true)] public string All(
                bool a = true, byte b = 255, sbyte c = -128, short d = -1, ushort e = 65535, int f = int.MinValue, uint g = uint.MaxValue,
                long h = long.MinValue, ulong i = ulong.MaxValue, float j = 1.5F, double k = -0.0, decimal l = 1.10M, char m = '\'', string n = "a\"\\\n\u0001é\u2028",
                string? o = null, Color p = Color.Green, Signed q = Signed.Low, Color? r = Color.Red, int? s = null, int? t = 5, Point u = default,
                Guid v = default, DateTime w = default, string x = null!, const_ y = default, double z = 1e300) =>
                FormattableString.Invariant($"{a}{b}{c}{d}{e}{f}{g}{h}{i}{j}{k}{l}{m}{n}{o}{p}{q}{r}{s}{t}{u}{v}{w:O}{x}{y}{z}");
        }
        public struct const_ : IEquatable<const_> { public readonly bool Equals(const_ other) => true; public override readonly bool Equals(object? other) => other is const_; public override readonly int GetHashCode() => 0; public override readonly string ToString() => "c"; }
        """",
        """
                Check(await (await client.Jobs.All.DelayAsync()).GetAsync() == new Jobs().All());
                Check(new JobsClient.AllTask.Args() == new JobsClient.AllTask.Args(true));
                Check(new JobsClient.AllTask.Args().N == "a\"\\\n\u0001é\u2028" && new JobsClient.AllTask.Args().P == Color.Green);
        """,
        client => Assert.Equal("{}", client.Enqueued[0].Key));

    [Fact]
    public Task Params_stand_last_and_the_token_has_an_overload() => RunAsync(
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
        var client = await RunAsync(
            """
            public sealed class Jobs
            {
                [Task] public (int Sum, string? Text) Flip((int A, (string? B, Guid C) Inner) pair, (int, int)[] pairs, List<(string Name, int[] Values)> rows, (int X, int Y)? maybe) =>
                    (pair.A + pairs.Sum(p => p.Item1 * p.Item2) + rows.Sum(r => r.Values.Length) + (maybe?.X ?? 0), pair.Inner.B);
                [Task] public static int Long((int, int, int, int, int, int, int, int, int I) nine, ValueTuple<int> one) => nine.I + one.Item1;
            }
            """,
            """
                    Check(await (await client.Jobs.Flip.DelayAsync((1, (null, Guid.Empty)), [(2, 3)], [("r", [1, 2])], null)).GetAsync() == (9, null));
                    Check(await (await client.Jobs.Flip.DelayAsync((1, ("b", Guid.Empty)), [], [], (5, 6))).GetAsync() == (6, "b"));
                    Check(await (await client.Jobs.Long.DelayAsync((1, 2, 3, 4, 5, 6, 7, 8, 9), new(3))).GetAsync() == 12);
            """);
        Assert.Equal("""{"pair":[1,[null,"00000000-0000-0000-0000-000000000000"]],"pairs":[[2,3]],"rows":[["r",[1,2]]],"maybe":null}""", client.Enqueued[0].Json);
        Assert.Equal("""{"nine":[1,2,3,4,5,6,7,8,9],"one":[3]}""", client.Enqueued[2].Json);
    }

    [Fact]
    public Task Parameters_called_like_what_is_generated() => RunAsync(
        """
        public sealed class Jobs
        {
            [Task] public int One(int cancellationToken, int cancellationToken_, int options, int client, int args, int writer, int reader, int context, int result, int instance, int errors, int argument0, int Parameters, int Result, CancellationToken token) =>
                cancellationToken + options + client;
            [Task] public string Two(int args, int clone, int equals, int toString, int getHashCode, int getType, int deconstruct, int x, int X, int printMembers, int memberwiseClone, int referenceEquals, int _y, int _Y, int finalize) => $"{x}{X}{args}";
        }
        """,
        """
                Check(await (await client.Jobs.One.DelayAsync(1, 0, 2, 3, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, cancellationToken__: default)).GetAsync() == 6);
                Check(await (await client.Jobs.Two.DelayAsync(1, 0, 0, 0, 0, 0, 0, 2, 3, 0, 0, 0, 0, 0, 0)).GetAsync() == "231");
                var args = new JobsClient.TwoTask.Args(1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15);
                Check(args is { Args_: 1, Clone_: 2, Equals_: 3, ToString_: 4, GetHashCode_: 5, GetType_: 6, Deconstruct_: 7, X: 8, X_: 9, PrintMembers_: 10 });
        """);

    [Fact]
    public Task Tasks_called_like_members_of_every_object_and_of_the_task_type() => RunAsync(
        """
        public sealed class Jobs
        {
            [Task] public int ToString(int a) => a;
            [Task] public static int Equals(int a) => a;
            [Task] public int GetHashCode(int a) => a;
            [Task] public int Args(int a) => a;
            [Task] public int With(int a) => a;
            [Task] public int Value(int a) => a;
            [Task] public int Async(int a) => a;
            [Task] public int DelayAsync(int a) => a;
            [Task] public int Register(int a) => a;
            [Task] public int Parameters(int a) => a;
        }
        """,
        """
                Check(await (await client.Jobs.ToString.DelayAsync(1)).GetAsync() == 1);
                Check(await (await client.Jobs.Equals.DelayAsync(1)).GetAsync() == 1);
                Check(await (await client.Jobs.GetHashCode.DelayAsync(1)).GetAsync() == 1);
                Check(await (await client.Jobs.Args.DelayAsync(1)).GetAsync() == 1);
                Check(await (await client.Jobs.With.DelayAsync(1)).GetAsync() == 1);
                Check(await (await client.Jobs.Value.DelayAsync(1)).GetAsync() == 1);
                Check(await (await client.Jobs.Async.DelayAsync(1)).GetAsync() == 1);
                Check(await (await client.Jobs.Delay.DelayAsync(1)).GetAsync() == 1);
                Check(await (await client.Jobs.Register.DelayAsync(1)).GetAsync() == 1);
                Check(await (await client.Jobs.Parameters.DelayAsync(1)).GetAsync() == 1);
        """);

    [Fact]
    public Task Obsolete_and_experimental_methods_and_classes() => RunAsync(
        """
        public sealed class Jobs
        {
            [Obsolete, Task] public int Old() => 1;
            [Obsolete("say \"new\""), Task] public int Older() => 2;
            [Obsolete("gone", true), Task] public int Oldest() => 3;
            [System.Diagnostics.CodeAnalysis.Experimental("SHOP001"), Task] public int New() => 4;
        }
        [Obsolete("gone", true)] public sealed class OldJobs { [Task] public int Run() => 5; }
        [System.Diagnostics.CodeAnalysis.Experimental("SHOP002")] public sealed class Thing { public int X { get; set; } }
        #pragma warning disable SHOP002
        public sealed class Things { [Task] public Thing Make(Thing thing) => thing; }
        #pragma warning restore SHOP002
        """,
        """
        #pragma warning disable CS0612, CS0618, SHOP001, SHOP002
                Check(await (await client.Jobs.Old.DelayAsync()).GetAsync() == 1);
                Check(await (await client.Jobs.Older.DelayAsync()).GetAsync() == 2);
                Check(await (await client.Jobs.New.DelayAsync()).GetAsync() == 4);
                Check(typeof(JobsClient).GetProperty("Oldest")!.GetCustomAttributes(typeof(ObsoleteAttribute), false) is [ObsoleteAttribute { IsError: true, Message: "gone" }]);
                Check(typeof(JobsClient).GetProperty("Older")!.GetCustomAttributes(typeof(ObsoleteAttribute), false) is [ObsoleteAttribute { IsError: false, Message: "say \"new\"" }]);
        """);

    [Fact]
    public async Task Overloads_with_names_of_their_own()
    {
        var client = await RunAsync(
            """
            public sealed class Mail
            {
                [Task(Name = "mail.send-text")] public string Send(string text) => text;
                [Task(Name = "mail.send_html")] public string Send(string text, bool html) => text + html;
                [Task(Name = "mail.2")] public Task<string> SendAsync(int number) => Task.FromResult(number.ToString());
                public void Send() { }
            }
            """,
            """
                    Check(await (await client.Mail.SendText.DelayAsync("a")).GetAsync() == "a");
                    Check(await (await client.Mail.SendHtml.DelayAsync("a", true)).GetAsync() == "aTrue");
                    Check(await (await client.Mail._2.DelayAsync(3)).GetAsync() == "3");
            """);
        Assert.Equal(["mail.send-text", "mail.send_html", "mail.2"], client.Enqueued.ConvertAll(static recorded => recorded.Name));
    }

    [Fact]
    public Task Partial_methods_structs_records_and_inherited_members() => RunAsync(
        """
        public sealed partial class Parts { [Task] public partial int Add(int a = 1); public partial int Add(int a) => a + 1; }
        public readonly struct Small(ITaskClient? client = null) { [Task] public int Run() => client is null ? 1 : 2; }
        public sealed record Rec(ITaskClient? Client = null) { [Task] public int Run() => 3; }
        public class Base(int x = 5) { [Task] public virtual int Run() => x; }
        public sealed class Derived : Base { public override int Run() => 7; }
        """,
        """
                Check(await (await client.Parts.Add.DelayAsync()).GetAsync() == 2);
                Check(await (await client.Small.Run.DelayAsync()).GetAsync() == 1);
                Check(await (await client.Rec.Run.DelayAsync()).GetAsync() == 3);
                Check(await (await client.Base.Run.DelayAsync()).GetAsync() == 5);
        """);

    private static async Task<RecordingClient> RunAsync(string declarations, string body, Action<RecordingClient>? check = null)
    {
        var client = await LoadedProgram.RunAsync(ProgramSource.Of(declarations, body));
        check?.Invoke(client);
        return client;
    }
}
