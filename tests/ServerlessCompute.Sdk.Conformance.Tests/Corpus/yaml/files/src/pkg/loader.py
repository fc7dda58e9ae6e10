def load(path):
    return open(path, encoding="utf8").read()
