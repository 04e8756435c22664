using Generator.Tests.Support;
using TaskGen.CodeFixes;

namespace Generator.Tests.CodeFixes;

/// <summary>Adds types to a JSON context where reflection is off.</summary>
public sealed class DescribeTypeCodeFixTests
{
    /// <summary>What the serializer's own generator writes, which does not run here.</summary>
    private const string GeneratedPart =
        """
        using System;
        using System.Text.Json;
        using System.Text.Json.Serialization.Metadata;

        namespace Shop;

        internal sealed partial class ShopJson() : System.Text.Json.Serialization.JsonSerializerContext(null)
        {
            protected override JsonSerializerOptions? GeneratedSerializerOptions => null;

            public override JsonTypeInfo? GetTypeInfo(Type type) => null;
        }
        """;

    private static readonly AnalyzerSetup Aot = AnalyzerSetup.WithProperties(("PublishAot", "true"));

    [Fact]
    public Task Adds_to_the_only_context() => CodeFixVerifier.VerifyAsync<DescribeTypeCodeFix>(
        "TG0106",
        """
        using System.Collections.Generic;
        using TaskGen;

        namespace Shop
        {
            internal sealed record Order(int Id);

            internal sealed record Customer(string Name);

            internal sealed class Jobs
            {
                [Task]
                public Dictionary<string, Customer?> A(Order order, Order[] others) =>
                    new() { [order.ToString()] = null, [others.Length.ToString(System.Globalization.CultureInfo.InvariantCulture)] = null };
            }

            [System.Text.Json.Serialization.JsonSerializable(typeof(System.Version))]
            internal sealed partial class ShopJson
            {
            }
        }
        """,
        """
        using System.Collections.Generic;
        using TaskGen;

        namespace Shop
        {
            internal sealed record Order(int Id);

            internal sealed record Customer(string Name);

            internal sealed class Jobs
            {
                [Task]
                public Dictionary<string, Customer?> A(Order order, Order[] others) =>
                    new() { [order.ToString()] = null, [others.Length.ToString(System.Globalization.CultureInfo.InvariantCulture)] = null };
            }

            [System.Text.Json.Serialization.JsonSerializable(typeof(System.Version))]
            [System.Text.Json.Serialization.JsonSerializable(typeof(Dictionary<string, Customer?>))]
            [System.Text.Json.Serialization.JsonSerializable(typeof(Order))]
            internal sealed partial class ShopJson
            {
            }
        }
        """,
        setup: Aot with { Sources = [GeneratedPart] });

    /// <summary>The result is not compiled: the generator of the serializer does not run here.</summary>
    [Fact]
    public Task Adds_to_a_context_in_another_file() => CodeFixVerifier.VerifyAsync<DescribeTypeCodeFix>(
        "TG0106",
        """
        using TaskGen;

        internal sealed record Order(int Id);

        internal sealed class Jobs
        {
            [Task]
            public void A(Order order) => _ = order;
        }
        """,
        """
        using TaskGen;

        internal sealed record Order(int Id);

        internal sealed class Jobs
        {
            [Task]
            public void A(Order order) => _ = order;
        }
        """,
        setup: Aot with
        {
            Sources =
            [
                """
                using System.Text.Json.Serialization;

                /// <summary>Ours.</summary>
                internal sealed partial class ShopJson : JsonSerializerContext;

                """,
            ],
        },
        compiles: false,
        expectedSources:
        [
            """
            using System.Text.Json.Serialization;

            /// <summary>Ours.</summary>
            [JsonSerializable(typeof(Order))]
            internal sealed partial class ShopJson : JsonSerializerContext;

            """,
        ]);

    [Fact]
    public Task Creates_a_context_where_there_is_none() => CodeFixVerifier.VerifyAsync<DescribeTypeCodeFix>(
        "TG0106",
        """
        using TaskGen;

        internal sealed record Order(int Id);

        internal sealed record Customer(int Id);

        internal sealed class Jobs
        {
            [Task]
            public void A(Order order, Customer customer) => _ = (order, customer);
        }
        """,
        """
        using TaskGen;

        internal sealed record Order(int Id);

        internal sealed record Customer(int Id);

        internal sealed class Jobs
        {
            [Task]
            public void A(Order order, Customer customer) => _ = (order, customer);
        }
        """,
        setup: Aot,
        compiles: false,
        expectedSources:
        [
            """
            using System.Text.Json.Serialization;
            using TaskGen;

            [assembly: TaskJsonContext<TaskJson>]

            [JsonSerializable(typeof(Order))]
            [JsonSerializable(typeof(Customer))]
            internal sealed partial class TaskJson : JsonSerializerContext;

            """,
        ]);

    [Fact]
    public Task Offers_nothing_where_somebody_has_to_choose() => CodeFixVerifier.VerifyNoFixAsync<DescribeTypeCodeFix>(
        "TG0106",
        """
        using System.Text.Json.Serialization;

        internal sealed partial class OneJson : JsonSerializerContext;
        internal sealed partial class TwoJson : JsonSerializerContext;
        internal sealed record Order(int Id);
        internal sealed class Jobs { [TaskGen.Task] public void A(Order order) => _ = order; }
        """,
        Aot);
}
