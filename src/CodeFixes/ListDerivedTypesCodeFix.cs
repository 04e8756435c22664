using System.Collections.Immutable;
using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Simplification;
using TaskGen.Generator.Diagnostics;
using TaskGen.Generator.Json;
using TaskGen.Generator.Rules.Usage;
using TaskGen.Generator.Symbols;

namespace TaskGen.CodeFixes;

/// <summary>
/// Fixes TG0310: adds <c>[JsonDerivedType]</c> to the base type, for each class of the project that derives from it. The serializer refuses
/// objects of other derived types after the first one is listed, so all of them are listed.
/// </summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(ListDerivedTypesCodeFix))]
[Shared]
public sealed class ListDerivedTypesCodeFix : CodeFixProvider
{
    private const string Title = "List the derived types on the base type";
    private const string AttributeName = "global::System.Text.Json.Serialization.JsonDerivedType";

    private static readonly ProjectFixAllProvider FixAll = new(Title, FixAsync);

    /// <inheritdoc/>
    public override ImmutableArray<string> FixableDiagnosticIds { get; } = [DiagnosticIds.DerivedObjectSliced];

    /// <inheritdoc/>
    public override FixAllProvider GetFixAllProvider() => FixAll;

    /// <inheritdoc/>
    public override Task RegisterCodeFixesAsync(CodeFixContext context)
    {
        var project = context.Document.Project;
        foreach (var diagnostic in context.Diagnostics)
        {
            if (diagnostic.Properties.ContainsKey(SlicedObjectRules.BaseProperty))
            {
                context.RegisterCodeFix(CodeAction.Create(Title, token => FixAsync(project, [diagnostic], token), Title), diagnostic);
            }
        }

        return Task.CompletedTask;
    }

    private static async Task<Solution> FixAsync(
        Project project, ImmutableArray<Diagnostic> diagnostics, CancellationToken cancellationToken)
    {
        var ids = diagnostics
            .Select(static diagnostic => diagnostic.Properties.TryGetValue(SlicedObjectRules.BaseProperty, out var id) ? id : null)
            .Where(static id => id is not null)
            .Distinct(StringComparer.Ordinal);
        foreach (var id in ids)
        {
            // Each change replaces the compilation, so the base type is searched by its id.
            if (await project.GetCompilationAsync(cancellationToken).ConfigureAwait(false) is { } compilation
                && DocumentationCommentId.GetFirstSymbolForDeclarationId(id!, compilation) is INamedTypeSymbol type)
            {
                project = await ListAsync(project, type, compilation, cancellationToken).ConfigureAwait(false);
            }
        }

        return project.Solution;
    }

    private static async Task<Project> ListAsync(
        Project project, INamedTypeSymbol type, Compilation compilation, CancellationToken cancellationToken)
    {
        foreach (var reference in type.DeclaringSyntaxReferences)
        {
            if (project.GetDocument(reference.SyntaxTree) is { } document and not SourceGeneratedDocument
                && await document.GetSyntaxRootAsync(cancellationToken).ConfigureAwait(false) is { } root
                && await reference.GetSyntaxAsync(cancellationToken).ConfigureAwait(false) is TypeDeclarationSyntax declaration)
            {
                var listed = AttributeEdit.AddLines(declaration, Attributes(type, compilation));
                return document.WithSyntaxRoot(root.ReplaceNode(declaration, listed)).Project;
            }
        }

        return project;
    }

    private static List<AttributeSyntax> Attributes(INamedTypeSymbol type, Compilation compilation)
    {
        var known = new HashSet<ITypeSymbol>(JsonMembers.DerivedTypes(type), SymbolEqualityComparer.Default);
        var names = new HashSet<string>(StringComparer.Ordinal);
        foreach (var attribute in type.GetAttributes())
        {
            if (attribute.AttributeClass.Is(JsonNames.DerivedType) && attribute.ConstructorArguments is [_, { Value: string name }])
            {
                names.Add(name);
            }
        }

        var attributes = new List<AttributeSyntax>();
        foreach (var derived in DerivedTypes(compilation.Assembly.GlobalNamespace, type))
        {
            if (known.Add(derived))
            {
                var name = SlicedObjectRules.DiscriminatorOf(derived);
                if (!names.Add(name))
                {
                    // The full name is unique.
                    name = derived.ToDisplayString();
                    names.Add(name);
                }

                attributes.Add(Attribute(derived, name));
            }
        }

        return attributes;
    }

    private static AttributeSyntax Attribute(INamedTypeSymbol derived, string name)
    {
        var type = SyntaxFactory.TypeOfExpression(
            SyntaxFactory.ParseTypeName(TypeReader.NameOf(derived)).WithAdditionalAnnotations(Simplifier.Annotation));
        var arguments = SyntaxFactory.SeparatedList(
            [SyntaxFactory.AttributeArgument(type), SyntaxFactory.AttributeArgument(AttributeEdit.Text(name))],
            [SyntaxFactory.Token(SyntaxKind.CommaToken).WithTrailingTrivia(SyntaxFactory.Space)]);
        return SyntaxFactory.Attribute(SyntaxFactory.ParseName(AttributeName).WithAdditionalAnnotations(Simplifier.Annotation))
            .WithArgumentList(SyntaxFactory.AttributeArgumentList(arguments));
    }

    // Source order is the order in which a developer would list the types.
    private static IEnumerable<INamedTypeSymbol> DerivedTypes(INamespaceSymbol space, INamedTypeSymbol type)
    {
        var found = new List<INamedTypeSymbol>();
        Visit(space);
        return found
            .OrderBy(static derived => derived.Locations[0].SourceTree?.FilePath, StringComparer.Ordinal)
            .ThenBy(static derived => derived.Locations[0].SourceSpan.Start);

        void Visit(INamespaceOrTypeSymbol container)
        {
            foreach (var member in container.GetMembers())
            {
                if (member is INamedTypeSymbol candidate
                    && SlicedObjectRules.IsListable(candidate)
                    && !SymbolEqualityComparer.Default.Equals(candidate, type)
                    && (candidate.IsOrDerivesFrom(type) || candidate.AllInterfaces.Contains(type, SymbolEqualityComparer.Default)))
                {
                    found.Add(candidate);
                }

                if (member is INamespaceOrTypeSymbol inner)
                {
                    Visit(inner);
                }
            }
        }
    }
}
