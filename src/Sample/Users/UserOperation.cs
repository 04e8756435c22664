namespace TaskGen.Sample;

/// <summary>What is done to users.</summary>
public enum UserOperation
{
    /// <summary>They may sign in. Refused to who has not confirmed the address.</summary>
    Activate,

    /// <summary>They may not sign in. Refused while a legal hold keeps the account as it is.</summary>
    Deactivate,

    /// <summary>Their row goes. Refused while a legal hold points to it.</summary>
    Delete,
}
