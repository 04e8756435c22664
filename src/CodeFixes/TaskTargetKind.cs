namespace TaskGen.CodeFixes;

/// <summary>Specifies how a class declares an inherited task.</summary>
internal enum TaskTargetKind
{
    /// <summary>A method of the class gets the attributes.</summary>
    Mark,

    /// <summary>An override is added that calls the base method.</summary>
    Override,

    /// <summary>A method with a different name is added that calls the inherited method.</summary>
    Call,

    /// <summary>A method is added that calls the method through its interface.</summary>
    CallInterface,
}
