using Generator.Tests.Support;
using TaskGen.CodeFixes;

namespace Generator.Tests.CodeFixes;

/// <summary>Corrects names with characters that are not allowed.</summary>
public sealed class ValidNameCodeFixTests
{
    [Fact]
    public Task Writes_names_of_tasks_queues_and_conditions_with_valid_characters() => CodeFixVerifier.VerifyAsync<ValidNameCodeFix>(
        "TG0201",
        """
        using System.Text.Json;
        using TaskGen;

        internal sealed class Jobs
        {
            [Task(Name = "reports/clean", Queue = "cpu intensive")]
            public void A() { }

            [Task(Name = @"shop\mail: send", Queue = "{fast}")]
            public void B() { }

            [Task(Name = "shop.-send!")]
            public void C() { }

            [Condition("is weekend")]
            public static bool D(JsonElement data, JsonElement parameters) => true;
        }
        """,
        """
        using System.Text.Json;
        using TaskGen;

        internal sealed class Jobs
        {
            [Task(Name = "reports.clean", Queue = "cpu_intensive")]
            public void A() { }

            [Task(Name = "shop.mail.send", Queue = "fast")]
            public void B() { }

            [Task(Name = "shop.-send")]
            public void C() { }

            [Condition("is_weekend")]
            public static bool D(JsonElement data, JsonElement parameters) => true;
        }
        """);

    [Fact]
    public Task Offers_nothing_where_nothing_is_left() => CodeFixVerifier.VerifyNoFixAsync<ValidNameCodeFix>(
        "TG0201",
        """
        using TaskGen;

        internal sealed class Jobs
        {
            [Task(Queue = "  ")]
            public void A() { }
        }
        """);

    [Fact]
    public Task Offers_nothing_for_a_constant_from_elsewhere() => CodeFixVerifier.VerifyNoFixAsync<ValidNameCodeFix>(
        "TG0201",
        """
        using TaskGen;

        internal sealed class Jobs
        {
            private const string Slow = "very slow";

            [Task(Queue = Slow)]
            public void A() { }
        }
        """);

    [Fact]
    public Task Offers_nothing_where_the_method_itself_is_called_so() => CodeFixVerifier.VerifyNoFixAsync<ValidNameCodeFix>(
        "TG0201",
        """
        using TaskGen;

        internal sealed class Jobs
        {
            [Task]
            public void Größe() { }
        }
        """);
}
