using Generator.Tests.Support;
using TaskGen.CodeFixes;

namespace Generator.Tests.CodeFixes;

/// <summary>Corrects a mistyped task name.</summary>
public sealed class NameTaskCodeFixTests
{
    [Fact]
    public Task Writes_the_name() => CodeFixVerifier.VerifyAsync<NameTaskCodeFix>(
        "TG0305",
        """
        internal sealed class Jobs { [TaskGen.Task(Name = "reports.generate")] public void Generate() { } }
        internal sealed class Rules(TaskGen.ITaskRegistry registry)
        {
            public async System.Threading.Tasks.Task Run()
            {
                await registry.DelayAsync("reports.genrate", "{}");
                await registry.DelayAsync(/* Its name. */ "Reports.Generate", "{}");
            }
        }
        """,
        """
        internal sealed class Jobs { [TaskGen.Task(Name = "reports.generate")] public void Generate() { } }
        internal sealed class Rules(TaskGen.ITaskRegistry registry)
        {
            public async System.Threading.Tasks.Task Run()
            {
                await registry.DelayAsync("reports.generate", "{}");
                await registry.DelayAsync(/* Its name. */ "reports.generate", "{}");
            }
        }
        """);

    [Theory]
    [InlineData("\"invoices.send\"")]
    [InlineData("\"reports.genera\"")]
    [InlineData("Name")]
    public Task Offers_nothing_where_none_or_several_are_near_or_a_constant_would_be_left(string name) =>
        CodeFixVerifier.VerifyNoFixAsync<NameTaskCodeFix>(
            "TG0305",
            $$"""
            internal sealed class Jobs
            {
                [TaskGen.Task(Name = "reports.generate")] public void A() { }
                [TaskGen.Task(Name = "reports.general")] public void B() { }
            }
            internal sealed class Rules(TaskGen.ITaskRegistry registry)
            {
                private const string Name = "reports.generat3";
                public System.Threading.Tasks.Task Run() => registry.DelayAsync({{name}}, "{}");
            public static string Other => Name;
        }
        """);
}
