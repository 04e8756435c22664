using Generator.Tests.Support;

namespace Generator.Tests.Analyzers;

/// <summary>Generated names that clash.</summary>
public sealed class TG0203Tests
{
    [Fact]
    public Task Flags_tasks_and_classes_that_need_one_name() => AnalyzerVerifier.VerifyAsync(
        """
        public sealed class Jobs
        {
            [Task] public void Foo() { }
            [Task] public void [|TG0203:FooTask|]() { }
            [Task] public void [|TG0203:JobsClient|]() { }
            [Task] public void [|TG0203:_client|]() { }
            [Task(Name = "x.Foo")] public void [|TG0203:Other|](int a) { }
            [Task(Name = "y.z")] public void Other() { }
        }
        public static class Outer { public sealed class Inner { [Task] public void A() { } } }
        public sealed class OuterInner { [Task] public void [|TG0203:A|]() { } }
        """);

    [Fact]
    public async Task Flags_a_type_of_the_client_s_name_unless_it_extends_the_client()
    {
        var messages = await AnalyzerVerifier.VerifyAsync(
            """
            namespace Shop
            {
                public sealed class Mail { [Task] public void [|TG0203:Send|]() { } }
                public sealed class MailClient { }
                public sealed class Orders { [Task] public void Pay() { } }
                public partial class OrdersClient { }
            }
            """);
        Assert.Contains("'MailClient'", messages[0], StringComparison.Ordinal);
        Assert.Contains("'Shop.MailClient' already uses", messages[0], StringComparison.Ordinal);
    }

    [Fact]
    public Task Leaves_equal_names_of_different_classes_alone() => AnalyzerVerifier.VerifyAsync(
        """
        public sealed class A { [Task] public void Run() { } }
        public sealed class B { [Task] public void Run() { } }
        public sealed class RunTask { }
        """);

    [Fact]
    public Task Says_nothing_without_the_library() => AnalyzerVerifier.VerifyWithoutLibraryAsync(
        "public sealed class C { [Task] public void Foo() { } [Task] public void FooTask() { } }");
}
