using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Generator.Tests.Typing;

/// <summary>Declarations that compile, or that the compiler reports, and that generated code could not repeat.</summary>
internal static class UnusualShapes
{
    private const string Types =
        """

        file enum HiddenKey { A }
        [System.Obsolete("old", true)] public enum OldKind { A, B }
        [System.Diagnostics.CodeAnalysis.Experimental("NEW1")] public sealed record NewOrder(int Id);
        """;

    private static readonly Func<string, MethodDeclarationSyntax, TypeDeclarationSyntax, string>[] Shapes =
    [
        // Values and types of parameters.
        static (source, method, _) => Parameter(source, method, "[Keyed(HiddenKey.A)] System.IFormatProvider hidden"),
        static (source, method, _) => Parameter(source, method, "[Keyed(Missing.Name)] System.IFormatProvider hidden"),
        static (source, method, _) => Parameter(source, method, "OldKind old"),
        static (source, method, _) => Parameter(source, method, "NewOrder order"),
        static (source, method, _) => Parameter(source, method, "[FromServices] MissingClient client"),

        // Attributes of the method and the class.
        static (source, method, _) => source.Insert(method.SpanStart, "[Obsolete] "),
        static (source, method, _) => source.Insert(method.SpanStart, "[global::System.Diagnostics.CodeAnalysis.Experimental(\"NEW 1\")] "),
        static (source, method, _) => source.Insert(method.SpanStart, "[TaskAlias(Missing.Name)] "),
        static (source, _, type) => source.Insert(type.SpanStart, "[Obsolete(\"old\", true)] "),
        static (source, _, type) => source.Insert(type.SpanStart, "[TaskGroup(Missing.Name)] "),

        // Members of the class, and other types with generated names.
        static (source, _, type) => Partial(source, type, "private readonly IFormatProvider _added;"),
        static (source, _, type) => Partial(source, type, $"private class Hidden; internal {type.Identifier}(Hidden a, int b) {{ }}"),
        static (source, _, type) => $"{source}\npublic partial class {type.Identifier}Client {{ private readonly string _client; }}",
        static (source, _, type) =>
            $"{source}\n[System.CodeDom.Compiler.GeneratedCode(\"a\", \"1\")] partial class {type.Identifier}Client;",
        static (source, _, type) => $"{source}\nnamespace {type.Identifier}Client {{ class A; }}",
    ];

    /// <summary>Adds a shape to the first task of a program.</summary>
    public static string Add(string source, int shape)
    {
        var root = CSharpSyntaxTree.ParseText(source).GetCompilationUnitRoot();
        var method = root.DescendantNodes().OfType<MethodDeclarationSyntax>().FirstOrDefault(
            static method => method.Parent is TypeDeclarationSyntax
                && method.AttributeLists.ToString().Contains("Task", StringComparison.Ordinal));
        return method is null
            ? source
            : $"using Keyed = Microsoft.Extensions.DependencyInjection.FromKeyedServicesAttribute;\n"
                + Shapes[shape % Shapes.Length](source, method, (TypeDeclarationSyntax)method.Parent!) + Types;
    }

    private static string Parameter(string source, MethodDeclarationSyntax method, string parameter) => source.Insert(
        method.ParameterList.OpenParenToken.Span.End, method.ParameterList.Parameters.Count == 0 ? parameter : parameter + ", ");

    private static string Partial(string source, TypeDeclarationSyntax type, string member) => type.OpenBraceToken.Span.IsEmpty
        ? source
        : source.Insert(type.OpenBraceToken.Span.End, " " + member).Insert(type.Keyword.SpanStart, "partial ");
}
