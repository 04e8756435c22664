using Generator.Tests.Support;

namespace Generator.Tests.Analyzers;

/// <summary>Types that generated code cannot name or access. The tests of fault G3 have the cases with aliases of references.</summary>
public sealed class TG0019Tests
{
    [Fact]
    public async Task Flags_service_keys_that_generated_code_cannot_access()
    {
        var messages = await AnalyzerVerifier.VerifyAsync(
            """
            using Microsoft.Extensions.DependencyInjection;
            public sealed class Jobs
            {
                private enum Key { A }
                [Task] public void Run([[|TG0019:FromKeyedServices(Key.A)|]] IFormatProvider format) { }
            }
            """);
        Assert.Contains("cannot use type 'Jobs.Key'", messages[0], StringComparison.Ordinal);
    }

    [Fact]
    public Task Flags_types_of_an_extern_alias() => AnalyzerVerifier.VerifyAsync(
        """
        extern alias old;
        public sealed class Jobs { [Task] public void Run(old::Order [|TG0019:order|], old::Order next) { } }
        """,
        ReferencedAssembly.Of("Old", "#pragma warning disable CS1591\npublic sealed record Order(int Id);").WithAliases(["old"]));

    [Fact]
    public Task Leaves_types_and_keys_that_all_files_can_use() => AnalyzerVerifier.VerifyAsync(
        """
        extern alias old;
        using Microsoft.Extensions.DependencyInjection;
        public sealed class Jobs
        {
            private const string Name = "name";
            internal enum Key { A }
            [Task] public void Run(
                old::Order order, [FromKeyedServices(Name)] IFormatProvider first, [FromKeyedServices(Key.A)] IFormatProvider second) { }
        }
        """,
        ReferencedAssembly.Of("Old", "#pragma warning disable CS1591\npublic sealed record Order(int Id);").WithAliases(["global", "old"]));

    [Fact]
    public Task Says_nothing_without_the_library() => AnalyzerVerifier.VerifyWithoutLibraryAsync(
        """
        using Microsoft.Extensions.DependencyInjection;
        public sealed class C { private enum Key { A } [Task] public void Run([FromKeyedServices(Key.A)] object a) { } }
        """);
}
