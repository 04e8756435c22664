namespace TaskGen.Generator.Guarding;

/// <summary>Represents an input of a step that knows which code it stands for.</summary>
internal interface IHasPlace
{
    /// <summary>Gets the place of the code.</summary>
    StepPlace Place { get; }
}
