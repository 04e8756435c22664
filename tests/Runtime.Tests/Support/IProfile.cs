namespace TaskGen.Tests;

/// <summary>What the attribute of a scripted task would say.</summary>
internal interface IProfile
{
    static abstract string Name { get; }

    static virtual IReadOnlyList<string> Aliases => [];

    static abstract TaskDefaults Defaults { get; }
}
