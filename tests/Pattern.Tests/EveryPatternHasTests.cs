using System.Reflection;
using System.Runtime.CompilerServices;

namespace Pattern.Tests;

public sealed class EveryPatternHasTests
{
    [Fact]
    public void Each_page_of_the_patterns_has_a_class_of_tests_and_each_of_them_runs_on_each_backend()
    {
        var pages = Directory.GetFiles(Path.Combine(Root(), "docs", "patterns"), "??-*.md")
            .Select(static page => Path.GetFileName(page)[..2])
            .Order()
            .ToList();
        var classes = typeof(EveryPatternHasTests).Assembly
            .GetTypes()
            .Where(static type => type.Name.StartsWith("Pattern", StringComparison.Ordinal) && char.IsDigit(type.Name[7]))
            .ToList();

        Assert.NotEmpty(pages);
        Assert.Equal(pages, classes.Select(static type => type.Name[7..9]).Order());
        Assert.All(classes, static type =>
        {
            var tests = type.GetMethods().Where(static method => method.IsDefined(typeof(FactAttribute), inherit: true)).ToList();
            Assert.NotEmpty(tests);
            Assert.All(tests, static test => Assert.NotEmpty(test.GetCustomAttributes<EachBackendAttribute>()));
        });
    }

    private static string Root([CallerFilePath] string file = "") =>
        Path.GetFullPath(Path.Combine(Path.GetDirectoryName(file)!, "..", ".."));
}
