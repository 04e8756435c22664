using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Generator.Tests.Typing;

/// <summary>The states of a file while somebody types and deletes the declarations of its tasks, character by character.</summary>
internal static class TypedSource
{
    /// <summary>The states in order. The last state of each method is the complete file.</summary>
    public static IEnumerable<TypedState> States(string source)
    {
        var root = CSharpSyntaxTree.ParseText(source).GetCompilationUnitRoot();
        foreach (var method in root.DescendantNodes()
            .OfType<MethodDeclarationSyntax>()
            .Where(static method => method.AttributeLists.Count > 0))
        {
            foreach (var state in Typed(source, method).Concat(Deleted(source, method)))
            {
                yield return state;
            }

            yield return new TypedState(source, IsComplete: true);
        }
    }

    /// <summary>
    /// The same for the types that the file declares, up to their bodies. The bodies stay, as when a declaration is changed.
    /// </summary>
    public static IEnumerable<TypedState> TypeStates(string source)
    {
        foreach (var type in CSharpSyntaxTree.ParseText(source).GetRoot().DescendantNodes().OfType<BaseTypeDeclarationSyntax>())
        {
            var end = type.OpenBraceToken.Span.Length > 0 ? type.OpenBraceToken.SpanStart : type.SemicolonToken.SpanStart;
            for (var length = 0; length < end - type.SpanStart; length++)
            {
                yield return new TypedState(source[..(type.SpanStart + length)] + source[end..], IsComplete: false);
            }

            yield return new TypedState(source, IsComplete: true);
        }
    }

    /// <summary>Every complete state, and one of some others.</summary>
    public static IEnumerable<TypedState> OneOf(int number, IEnumerable<TypedState> states) =>
        states.Where((state, index) => state.IsComplete || index % number == 0);

    // From the attribute to the body. An editor closes brackets and quotes at once, so each prefix stands alone and closed.
    private static IEnumerable<TypedState> Typed(string source, MethodDeclarationSyntax method)
    {
        var (before, after) = (source[..method.SpanStart], source[method.Span.End..]);
        var body = (SyntaxNode?)method.Body ?? method.ExpressionBody;
        var header = source[method.SpanStart..(body?.SpanStart ?? method.Span.End)];
        for (var length = 0; length <= header.Length; length++)
        {
            var typed = header[..length];
            yield return new TypedState(before + typed + after, IsComplete: false);
            if (length % 3 == 0 && Closing(typed) is { Length: > 0 } closing)
            {
                yield return new TypedState(before + typed + closing + " { }" + after, IsComplete: false);
            }
        }
    }

    // Each parameter and each argument of an attribute, from its end to its start.
    private static IEnumerable<TypedState> Deleted(string source, MethodDeclarationSyntax method)
    {
        var parts = method.ParameterList.Parameters.Cast<SyntaxNode>()
            .Concat(method.AttributeLists.SelectMany(static list => list.Attributes))
            .Append(method.ReturnType);
        foreach (var part in parts)
        {
            for (var end = part.Span.End; end > part.SpanStart; end--)
            {
                yield return new TypedState(source[..(end - 1)] + source[part.Span.End..], IsComplete: false);
            }
        }
    }

    private static string Closing(string typed)
    {
        var open = new Stack<char>();
        var isText = false;
        foreach (var character in typed)
        {
            isText ^= character == '"';
            if (!isText && "([{<".Contains(character, StringComparison.Ordinal))
            {
                open.Push(")]}>"["([{<".IndexOf(character, StringComparison.Ordinal)]);
            }
            else if (!isText && open.Count > 0 && character == open.Peek())
            {
                open.Pop();
            }
        }

        return (isText ? "\"" : "") + string.Concat(open);
    }
}
