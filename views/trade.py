NEEDS = ()


def view(package, choices, words):
    return []
