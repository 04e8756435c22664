using TaskGen.CompilerServices;

namespace TaskGen.Tests;

/// <summary>What a task of one parameter is.</summary>
/// <typeparam name="T">The type of its parameter.</typeparam>
internal interface IRuleProfile<T>
{
    static abstract string Name { get; }

    static abstract PayloadParameter<T> Parameter { get; }
}
