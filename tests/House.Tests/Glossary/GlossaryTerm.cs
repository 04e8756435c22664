namespace House.Tests.Glossary;

/// <summary>One row of the first table of <c>docs/glossary.md</c>.</summary>
/// <param name="Name">The term.</param>
/// <param name="CSharp">The types and members that carry it.</param>
/// <param name="Lua">The names by which scripts know it.</param>
/// <param name="Keys">The keys that hold it, as <c>docs/redis-keys.md</c> writes them.</param>
internal sealed record GlossaryTerm(string Name, IReadOnlyList<string> CSharp, IReadOnlyList<string> Lua, IReadOnlyList<string> Keys);
