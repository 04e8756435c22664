namespace Upgrade.Tests;

/// <summary>The versions of the application.</summary>
public enum Version
{
    Old,
    New,
}
