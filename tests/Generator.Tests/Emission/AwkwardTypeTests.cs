using Generator.Tests.Support;

namespace Generator.Tests.Emission;

/// <summary>Tasks in every kind of type: each program compiles without a warning, and runs.</summary>
public sealed class AwkwardTypeTests
{
    [Fact]
    public async Task Nested_static_and_internal_classes_and_the_global_namespace()
    {
        var client = await LoadedProgram.RunAsync(
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
                    Check(typeof(MixedClient).IsPublic && typeof(MixedClient.SeenTask).IsNestedPublic
                        && !typeof(MixedClient.UnseenTask).IsNestedPublic && !typeof(HiddenClient).IsPublic);
            """);
        Assert.Equal("Outer.Middle.Inner.Add", client.Enqueued[0].Name);
    }

    [Fact]
    public Task Partial_methods_structs_records_and_inherited_members() => LoadedProgram.RunAsync(
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
}
