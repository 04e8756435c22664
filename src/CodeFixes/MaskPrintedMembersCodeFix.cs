using System.Composition;
using System.Text;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.Editing;
using Microsoft.CodeAnalysis.Formatting;
using Microsoft.CodeAnalysis.Simplification;
using Microsoft.CodeAnalysis.Text;
using TaskGen.Generator.Diagnostics;
using TaskGen.Generator.Rules.Sensitivity;

namespace TaskGen.CodeFixes;

/// <summary>
/// Fixes TG0308: adds a <c>PrintMembers</c> method to a record. It is like the compiler-generated method, but prints <c>***</c> for
/// sensitive members.
/// </summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(MaskPrintedMembersCodeFix))]
[Shared]
public sealed class MaskPrintedMembersCodeFix() : TaskCodeFix(DiagnosticIds.SensitiveMemberPrinted, "Print *** for sensitive members")
{
    private const string Mask = "***";

    /// <inheritdoc/>
    protected override async Task<Document> FixAsync(
        Document document, SyntaxNode node, Diagnostic diagnostic, CancellationToken cancellationToken)
    {
        var root = await document.GetSyntaxRootAsync(cancellationToken).ConfigureAwait(false);
        var model = await document.GetSemanticModelAsync(cancellationToken).ConfigureAwait(false);
        if (root is null
            || node is not RecordDeclarationSyntax record
            || model?.GetDeclaredSymbol(record, cancellationToken) is not { } type
            || model.Compilation.GetTypeByMetadataName("System.Text.StringBuilder") is not { } builder)
        {
            return document;
        }

        var lineEnd = LineEndOf(await document.GetTextAsync(cancellationToken).ConfigureAwait(false));
        var method = (MethodDeclarationSyntax)SyntaxFactory.ParseMemberDeclaration(
            (record.Members.Count > 0 ? lineEnd : "") + Write(type).Replace("\n", lineEnd))!;
        var parameterType = method.ParameterList.Parameters[0].Type!;

        // The fully qualified type name is used unless the file has the using directive, because the fix does not add a directive.
        var named = SyntaxGenerator.GetGenerator(document).TypeExpression(builder).WithAdditionalAnnotations(Simplifier.Annotation);
        method = method.ReplaceNode(parameterType, named.WithTriviaFrom(parameterType)).WithAdditionalAnnotations(Formatter.Annotation);
        return document.WithSyntaxRoot(
            root.ReplaceNode(record, WithBody(record, SyntaxFactory.ElasticEndOfLine(lineEnd)).AddMembers(method)));
    }

    private static RecordDeclarationSyntax WithBody(RecordDeclarationSyntax record, SyntaxTrivia lineEnd)
    {
        if (!record.OpenBraceToken.IsKind(SyntaxKind.None))
        {
            return record;
        }

        var end = record.SemicolonToken.TrailingTrivia;
        return record
            .WithSemicolonToken(default)
            .WithOpenBraceToken(
                SyntaxFactory.Token(SyntaxKind.OpenBraceToken)
                    .WithLeadingTrivia(lineEnd)
                    .WithTrailingTrivia(lineEnd)
                    .WithAdditionalAnnotations(Formatter.Annotation))
            .WithCloseBraceToken(
                SyntaxFactory.Token(SyntaxKind.CloseBraceToken).WithTrailingTrivia(end).WithAdditionalAnnotations(Formatter.Annotation));
    }

    private static string LineEndOf(SourceText text)
    {
        var first = text.Lines[0];
        return first.EndIncludingLineBreak > first.End ? text.ToString(TextSpan.FromBounds(first.End, first.EndIncludingLineBreak)) : "\n";
    }

    private static string Write(INamedTypeSymbol type)
    {
        var isDerived = type.BaseType is { IsRecord: true };
        var access = (type.IsValueType, isDerived, type.IsSealed) switch
        {
            (true, _, _) => "private ",
            (_, true, _) => "protected override ",
            (_, _, true) => "private ",
            _ => "protected virtual ",
        };
        var body = new StringBuilder();
        if (isDerived)
        {
            body.Append("if (base.PrintMembers(builder))\n{\nbuilder.Append(\", \");\n}\n\n");
        }

        body.Append("builder.Append(\"");
        var separator = "";
        var isText = true;
        foreach (var member in SensitiveRules.PrintedMembers(type))
        {
            body.Append(isText ? separator : $".Append(\"{separator}").Append(member.Name).Append(" = ");
            isText = SensitivityReader.IsSensitive(member);
            body.Append(
                isText ? Mask : $"\").Append({(SyntaxFacts.GetKeywordKind(member.Name) == SyntaxKind.None ? "" : "@")}{member.Name})");
            separator = ", ";
        }

        body.Append(isText ? "\");" : ";");
        return $"{access}bool PrintMembers(StringBuilder builder)\n{{\n{body}\nreturn true;\n}}\n";
    }
}
