namespace Pattern.Tests;

/// <summary>An exception that only the worker knows.</summary>
public sealed class OrderException(string message, Exception inner) : Exception(message, inner);
