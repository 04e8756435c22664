namespace TaskGen.Sample;

/// <summary>Specifies an operation on users.</summary>
public enum UserOperation
{
    /// <summary>Allows the users to sign in. The database refuses this for users who have not confirmed their address.</summary>
    Activate,

    /// <summary>Prevents the users from signing in. The database refuses this for users on legal hold.</summary>
    Deactivate,

    /// <summary>Deletes the users. The database refuses this for users on legal hold.</summary>
    Delete,
}
