using System.Collections;

namespace TaskGen.Serialization;

/// <summary>
/// Replaces the elements of a list or a dictionary. Only the interfaces without type parameters are used, because a type for each type of
/// elements could be created only by reflection, which a native program does not support.
/// </summary>
internal static class CollectionFiller
{
    /// <summary>Determines whether the collections that a member of a type returns can be filled.</summary>
    public static bool Supports(Type type) =>
        type.IsAssignableTo(typeof(IList))
        || type.IsAssignableTo(typeof(IDictionary))
        || (type.IsGenericType
            && type.GetGenericTypeDefinition() is var definition
            && (definition == typeof(IList<>) || definition == typeof(IDictionary<,>)));

    /// <summary>Replaces the elements of a collection, unless the collection cannot be changed.</summary>
    /// <param name="target">The collection to fill.</param>
    /// <param name="values">The collection with the elements.</param>
    public static void Fill(object target, object values)
    {
        switch (target, values)
        {
            case (IDictionary { IsReadOnly: false, IsFixedSize: false } dictionary, IDictionary entries):
                Fill(dictionary, entries);
                break;
            case (IList { IsReadOnly: false, IsFixedSize: false } list, IList elements):
                Fill(list, elements);
                break;
        }
    }

    // A collection that already has the elements can be a default value that several objects share, so it is not changed.
    private static void Fill(IList list, IList elements)
    {
        if (list.Cast<object?>().SequenceEqual(elements.Cast<object?>()))
        {
            return;
        }

        list.Clear();
        foreach (var element in elements)
        {
            list.Add(element);
        }
    }

    private static void Fill(IDictionary dictionary, IDictionary entries)
    {
        if (AreEqual(dictionary, entries))
        {
            return;
        }

        dictionary.Clear();
        foreach (DictionaryEntry entry in entries)
        {
            dictionary.Add(entry.Key, entry.Value);
        }
    }

    private static bool AreEqual(IDictionary dictionary, IDictionary entries)
    {
        foreach (DictionaryEntry entry in entries)
        {
            if (!dictionary.Contains(entry.Key) || !Equals(dictionary[entry.Key], entry.Value))
            {
                return false;
            }
        }

        return dictionary.Count == entries.Count;
    }
}
