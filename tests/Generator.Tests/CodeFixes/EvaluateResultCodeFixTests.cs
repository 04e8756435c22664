using Generator.Tests.Support;
using TaskGen.CodeFixes;

namespace Generator.Tests.CodeFixes;

/// <summary>Evaluates a result before what it needs is disposed of.</summary>
public sealed class EvaluateResultCodeFixTests
{
    private const string Types =
        """
        internal sealed class Store : System.IDisposable
        {
            public System.Collections.Generic.IEnumerable<int> Read() { yield return 1; }
            public int Load(int id) => id;
            public void Dispose() { }
        }
        """;

    private static readonly AnalyzerSetup Setup = new() { Sources = [Types] };

    [Fact]
    public Task Makes_lists_and_copies() => CodeFixVerifier.VerifyAsync<EvaluateResultCodeFix>(
        "TG0313",
        """
        using System.Collections.Generic;
        using System.Linq;
        using System.Text.Json;
        using TaskGen;

        internal sealed record Page(string Title, IEnumerable<int> Items);

        internal sealed class Jobs
        {
            [Task]
            public IEnumerable<int> A(int[] ids)
            {
                using var store = new Store();
                return ids
                    .Where(id => id > 0)
                    .Select(store.Load);
            }

            [Task]
            public IEnumerable<int> B(int[] ids)
            {
                using var store = new Store();
                return from id in ids where id > 0 select store.Load(id);
            }

            [Task]
            public Page? C(bool isKnown)
            {
                using var store = new Store();
                return isKnown ? new Page("a", store.Read()) : null;
            }

            [Task]
            public JsonElement D(string text)
            {
                using var json = JsonDocument.Parse(text);
                return json.RootElement;
            }
        }
        """,
        """
        using System.Collections.Generic;
        using System.Linq;
        using System.Text.Json;
        using TaskGen;

        internal sealed record Page(string Title, IEnumerable<int> Items);

        internal sealed class Jobs
        {
            [Task]
            public IEnumerable<int> A(int[] ids)
            {
                using var store = new Store();
                return ids
                    .Where(id => id > 0)
                    .Select(store.Load).ToList();
            }

            [Task]
            public IEnumerable<int> B(int[] ids)
            {
                using var store = new Store();
                return (from id in ids where id > 0 select store.Load(id)).ToList();
            }

            [Task]
            public Page? C(bool isKnown)
            {
                using var store = new Store();
                return isKnown ? new Page("a", store.Read().ToList()) : null;
            }

            [Task]
            public JsonElement D(string text)
            {
                using var json = JsonDocument.Parse(text);
                return json.RootElement.Clone();
            }
        }
        """,
        setup: Setup);

    [Fact]
    public Task Adds_the_namespace_once() => CodeFixVerifier.VerifyAsync<EvaluateResultCodeFix>(
        "TG0313",
        """
        internal sealed class Jobs
        {
            [TaskGen.Task]
            public System.Collections.Generic.IEnumerable<int> A()
            {
                using var store = new Store();
                return store.Read();
            }

            [TaskGen.Task]
            public object B(bool isKnown)
            {
                using var store = new Store();
                var all = store.Read();
                return all;
            }
        }
        """,
        """
        using System.Linq;

        internal sealed class Jobs
        {
            [TaskGen.Task]
            public System.Collections.Generic.IEnumerable<int> A()
            {
                using var store = new Store();
                return store.Read().ToList();
            }

            [TaskGen.Task]
            public object B(bool isKnown)
            {
                using var store = new Store();
                var all = store.Read();
                return all.ToList();
            }
        }
        """,
        setup: Setup);

    [Theory]
    [InlineData("public System.Linq.IQueryable<int> Run(System.Linq.IQueryable<int> all)"
        + " { using var store = new Store(); return System.Linq.Queryable.Where(all, id => store.Load(id) > 0); }")]
    [InlineData("public System.Text.Json.JsonDocument Run() { using var json = System.Text.Json.JsonDocument.Parse(\"1\"); return json; }")]
    public Task Offers_nothing_where_a_list_is_no_result(string member) => CodeFixVerifier.VerifyNoFixAsync<EvaluateResultCodeFix>(
        "TG0313",
        $$"""
        internal sealed class Jobs
        {
            [TaskGen.Task] {{member}}
        }
        """,
        Setup);
}
